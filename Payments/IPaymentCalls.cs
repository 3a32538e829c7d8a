using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// What a turn may ask of the payment gateway. Each is one outbox row, committed with the turn and carried out after it;
/// the answer comes back into the same lane as a <see cref="PaymentAnswer"/>.
/// </summary>
public interface IPaymentCalls
{
    /// <summary>The calls of one order are carried out in the order in which they were asked for.</summary>
    void Ask(PaymentCall asked);

    /// <summary>Tells the order's lane at that time to look at its payment again; a later request replaces an earlier one.</summary>
    void LookAgainAt(OrderId order, DateTimeOffset due);

    /// <summary>Tells the merchant, once, after the turn is committed.</summary>
    void Alert(MerchantAlert alert);

    /// <summary>What became of a call of money is known: if it is a dead letter, it is one no more.</summary>
    /// <param name="key">Its <see cref="IMoneyCall.Key"/>.</param>
    void Settled(OrderId order, string key);
}

/// <summary>The payments of orders as a turn sees them; same rules as <see cref="IOrderStore"/>.</summary>
public interface IPaymentStore
{
    /// <summary>The ledger of an order; empty when nothing was asked yet.</summary>
    Task<PaymentLedger> LedgerAsync(OrderId order, CancellationToken cancellationToken);

    /// <summary>In the place of the ledger that was read.</summary>
    void Save(PaymentLedger ledger);
}
