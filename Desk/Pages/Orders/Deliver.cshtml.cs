using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

internal sealed class DeliverModel(IOrderQueries queries, DeskCommands commands) : OrderPageModel(queries, commands)
{
    public IActionResult OnGet() => Redirect($"/desk/orders/{Uri.EscapeDataString(Number)}");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ?? await SendAsync(OrderCommands.Deliver, Command(), cancellationToken);
}
