using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Puts right what was mistyped: e-mail and phone at any time, the address until the parcel leaves.</summary>
internal sealed class ContactModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Street { get; set; }

    [BindProperty]
    public string? Postcode { get; set; }

    [BindProperty]
    public string? City { get; set; }

    [BindProperty]
    public string? CourierNote { get; set; }

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T["contact"];
        (Email, Phone, Name) = (Order.Contact.Email, Order.Contact.Phone, Order.Address.Name);
        (Street, Postcode, City) = (Order.Address.Street, Order.Address.Postcode, Order.Address.City);
        CourierNote = Order.Address.CourierNote;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T["contact"];
        var change = new ContactChange(Email, Phone, Name, Street, Postcode, City, Name is null ? null : CourierNote ?? "");
        // The order's own rules say which field is wrong; its turn asks them once more.
        if (Order.Correct(change, Shop.Checkout, Now) is TransitionResult.Refused refused)
        {
            Trouble = T.Find($"answer.refused.{refused.Reason}", ("number", Order.Number), ("amount", "")) is { } known
                ? $"{known} {refused.Detail}" : refused.Detail;
            return Page();
        }

        return await SendAsync(OrderCommands.Contact, Command() with { Contact = change }, cancellationToken);
    }
}
