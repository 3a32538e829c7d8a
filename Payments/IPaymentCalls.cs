using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// What a turn may ask of Stripe. Each is one outbox row, committed with the turn and carried out after it;
/// the answer comes back into the same lane as a <see cref="PaymentAnswer"/>.
/// </summary>
public interface IPaymentCalls
{
    /// <summary>The calls of one order are carried out in the order in which they were asked for.</summary>
    void Ask(PaymentCall asked);

    /// <summary>Tells the order's lane at that time to look at its payment again; a later wish replaces an earlier one.</summary>
    void LookAgainAt(OrderId order, DateTimeOffset due);

    /// <summary>Tells the merchant, once, after the turn is committed.</summary>
    void Alert(MerchantAlert alert);
}

/// <summary>The payments of orders as a turn sees them; same rules as <see cref="IOrderBook"/>.</summary>
public interface IPaymentBook
{
    /// <summary>The ledger of an order; empty when nothing was asked yet.</summary>
    Task<PaymentLedger> LedgerAsync(OrderId order, CancellationToken cancellationToken);

    void Save(PaymentLedger ledger);
}
