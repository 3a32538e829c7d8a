using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>What the money that went back means for the order: one rule for refunds and disputes.</summary>
internal static class Aftermaths
{
    /// <summary>Debts are lifted when paid, stuck refunds marked, and an order with nothing of its money left does not ship.</summary>
    public static MoneySeen Aftermath(this Order order, PaymentLedger ledger, IReadOnlyList<MoneyNews> news, DateTimeOffset now)
    {
        order = Take(order, ledger.IsStuck() ? OrderStep.RefundStuck : OrderStep.RefundUnstuck, now);
        if (ledger.OwesNothing())
            order = Take(order, OrderStep.DebtPaid, now);
        if (ledger.State != PaymentState.Refunded || order.Take(OrderStep.CallOff, now) is not Move.Accepted { Order: var off })
            return new MoneySeen(order, ledger, [], false, news, []);
        return new MoneySeen(off, ledger, off.Stock, true, news, []);
    }

    private static Order Take(Order order, OrderStep step, DateTimeOffset now) => order.Take(step, now) is Move.Accepted moved ? moved.Order : order;
}
