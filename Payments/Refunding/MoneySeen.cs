using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>What follows from refunds or disputes that were read. The caller saves, restocks, calls and tells.</summary>
/// <param name="Order">As it is now; the same object when nothing changed.</param>
/// <param name="Ledger">As it is now; the same object when nothing changed.</param>
/// <param name="Restock">Goods that will not be sent after all.</param>
/// <param name="CalledOff">Whether the order was called off by this: nothing of its money is left.</param>
/// <param name="Calls">What to ask of Stripe next.</param>
public sealed record MoneySeen(
    Order Order,
    PaymentLedger Ledger,
    IReadOnlyList<StockLine> Restock,
    bool CalledOff,
    IReadOnlyList<MoneyNews> News,
    IReadOnlyList<PaymentCall> Calls)
{
    public static MoneySeen Nothing(Order order, PaymentLedger ledger) => new(order, ledger, [], false, [], []);
}

/// <summary>One thing that shopper or merchant have not been told yet.</summary>
/// <param name="Alert">What the merchant is told; null when only the shopper is.</param>
/// <param name="Refund">The refund that it is about; null when it is about a dispute.</param>
public sealed record MoneyNews(AlertKind? Alert, Money Amount, string Reference, Refund? Refund, RefundState State);
