using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.AspNetCore.Mvc;

namespace CommerceBot.Desk.Pages;

/// <summary>A page about one order, and what is asked of it.</summary>
internal abstract class OrderPageModel(IOrderQueries queries, DeskCommands commands) : DeskPage
{
    public override string Section => "orders";

    [FromRoute]
    public string Number { get; set; } = "";

    public OrderDetails Details { get; private set; } = null!;

    public Order Order => Details.Order;

    public PaymentLedger Ledger => Details.Ledger;

    public string Path => $"/desk/orders/{Order.Number}";

    /// <summary>Reads the order.</summary>
    /// <returns>What to answer when it is not there; null when it is.</returns>
    protected async Task<IActionResult?> LoadAsync(CancellationToken cancellationToken)
    {
        if (!OrderNumbers.TryParse(Number, out var number) || await queries.FindAsync(number, cancellationToken) is not { } found)
            return NotFound();
        Details = found;
        return null;
    }

    /// <summary>Asks the order, and shows its answer on its own page.</summary>
    protected async Task<IActionResult> SendAsync(string what, OrderCommand command, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(what, command, cancellationToken);
        Say(Sentence(answer), answer is not { Done: true });
        return Redirect(Path);
    }

    protected Task<OrderCommandAnswer?> AskAsync(string what, OrderCommand command, CancellationToken cancellationToken) =>
        commands.SendAsync(Order, what, command with { By = UserId }, CommerceBot.Desk.Orders.Ticket.Of(Ticket), cancellationToken);

    protected OrderCommand Command() => new(Order.Id.Value);

    /// <summary>An answer in the reader's words; in the order's own where nobody wrote any.</summary>
    protected string Sentence(OrderCommandAnswer? answer) =>
        answer switch
        {
            null => T["answer.later"],
            { Code: { } code } => T.Find($"answer.{code.Replace(' ', '-')}", ("number", Order.Number), ("amount", answer.Amount ?? ""))
                ?? answer.Message,
            _ => answer.Message,
        };

    /// <summary>Null for what staff may not give back of one order; owners may give all.</summary>
    protected long? RefundLimit => IsOwner ? null : Service<DeskOptions>().StaffRefundLimit.Minor;
}
