using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Corrects carrier and number of a parcel that left.</summary>
internal sealed class TrackingModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    [BindProperty(SupportsGet = true)]
    public int? Parcel { get; set; }

    [BindProperty]
    public string? Carrier { get; set; }

    [BindProperty]
    public string? Tracking { get; set; }

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T["tracking"];
        var index = Parcel ?? Order.Shipments.Count - 1;
        (Carrier, Tracking) = index >= 0 && index < Order.Shipments.Count
            ? (Order.Shipments[index].Carrier, Order.Shipments[index].Tracking)
            : (null, Order.Tracking);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T["tracking"];
        if ((ShippingText.Tidy(Tracking) is null ? "ship.tracking.wrong" : ShippingText.Objection(Carrier, Tracking)) is { } objection)
        {
            Trouble = T[objection];
            return Page();
        }

        return await SendAsync(OrderCommands.Tracking, Command() with
        {
            Parcel = Parcel, Carrier = ShippingText.Tidy(Carrier), Tracking = ShippingText.Tidy(Tracking),
        }, cancellationToken);
    }
}
