using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Desk.Orders;

/// <summary>An order in a list.</summary>
/// <param name="Place">In the row of all orders; newer ones have higher places.</param>
/// <param name="Refunded">Minor units of its currency that went back.</param>
/// <param name="PendingRefunds">How many refunds are on their way.</param>
internal sealed record OrderRow(Order Order, long Place, long Refunded, int PendingRefunds);

/// <param name="Next">Behind which place the next page begins; null when this is the last one.</param>
internal sealed record OrderPage(IReadOnlyList<OrderRow> Rows, long? Next);

/// <summary>Everything about one order.</summary>
/// <param name="Done">What merchants did to it and what became of its state, the oldest first.</param>
/// <param name="Undelivered">Messages of its conversation that never reached the shopper.</param>
/// <param name="People">Names of the desk's people by their ids.</param>
internal sealed record OrderDetails(
    Order Order, PaymentLedger Ledger, IReadOnlyList<AuditEntry> Done, IReadOnlyList<Undelivered> Undelivered,
    IReadOnlyDictionary<string, string> People)
{
    /// <summary>Mails to the shopper, the oldest first.</summary>
    public IReadOnlyList<MailFate> Mails { get; init; } = [];
}

/// <summary>A line of the audit.</summary>
/// <param name="Action">Such as <c>order.Shipped</c> or <c>state.Cancelled</c>.</param>
/// <param name="Actor">A person of the desk; null for the command line, and for the shop itself.</param>
/// <param name="Detail">Of something done to an order; null otherwise.</param>
internal sealed record AuditEntry(DateTimeOffset At, string Action, string? Actor, OrderEventDetail? Detail);

/// <param name="Reason">Why, as the channel said it.</param>
internal sealed record Undelivered(DateTimeOffset At, string Reason);
