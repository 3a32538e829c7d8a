using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>Cancels what has not left; what is paid goes back in full.</summary>
internal sealed class CancelModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    [BindProperty(SupportsGet = true)]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is { } absent)
            return absent;
        Heading = T.Get("cancel", ("number", Order.Number));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? await SendAsync(
            OrderCommands.Cancel, Command() with { Text = ShippingText.Tidy(Reason), RefundLimit = RefundLimit }, cancellationToken);
}
