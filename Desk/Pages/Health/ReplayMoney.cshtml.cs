using CommerceBot.Desk.Health;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>A dead call about money: its order's lane asks the payment gateway what it has of it, before anything is made again.</summary>
internal sealed class ReplayMoneyModel(IDeadLetters letters, IOrderQueries orders, DeskCommands commands) : DeskPage
{
    [BindProperty]
    public string? Id { get; set; }

    public IActionResult OnGet() => Redirect("/desk/health");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var letter = letters.List(int.MaxValue).FirstOrDefault(one => one.Id == Id);
        if (letter is null || !Advice.IsMoney(letter) || PaymentDeadLetter.CallOf(letters, letter) is not IMoneyCall call
            || await OrderOfAsync((PaymentCall)call, cancellationToken) is not { } order)
        {
            Say(T["health.replay.gone"], isTrouble: true);
            return Redirect("/desk/health");
        }

        var command = new OrderCommand(order.Id.Value, Call: call.Key) { By = UserId };
        var answer = await commands.SendAsync(
            order, OrderCommands.Replay, command, CommerceBot.Desk.Orders.Ticket.Of(Ticket), cancellationToken);
        Say(
            answer switch { null => T["answer.later"], { Done: true } => T["health.asked"], _ => answer.Message },
            isTrouble: answer is not { Done: true });
        return Redirect("/desk/health");
    }

    private async Task<Order?> OrderOfAsync(PaymentCall call, CancellationToken cancellationToken) =>
        (await orders.NumbersAsync([call.Order.Value], cancellationToken)).TryGetValue(call.Order.Value, out var number)
            ? (await orders.FindAsync(number, cancellationToken))?.Order
            : null;
}
