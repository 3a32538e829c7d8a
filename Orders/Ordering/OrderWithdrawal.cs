using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What of an order was withdrawn from, and what one more declaration makes of it.</summary>
public static class OrderWithdrawal
{
    /// <summary>Every trigger of the order's table that a withdrawal fires.</summary>
    public static IReadOnlyList<OrderTrigger> Fires { get; } = [OrderTrigger.Withdraw, OrderTrigger.WithdrawalRefunded];

    /// <summary>Every line of the order, with the pieces of which nobody withdrew yet; none where that is all of them.</summary>
    public static IReadOnlyList<StockLine> LeftToWithdraw(this Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return [.. order.Lines.Select(line => new StockLine(line.Sku, Math.Max(0, line.Quantity - WithdrawnOf(order, line.Sku))))];
    }

    /// <summary>Keeps a declaration: the order waits for its money to go back. Whether it is in time is asked before.</summary>
    public static TransitionResult Withdraw(this Order order, Withdrawal said)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(said);
        var left = order.LeftToWithdraw();
        if (said.Lines.Count == 0 || said.Lines.Any(line =>
                line.Quantity < 1 || line.Quantity > left.Where(one => one.Sku == line.Sku).Sum(one => one.Quantity)))
            return new TransitionResult.Refused(
                TransitionRefusal.WrongPieces, $"Order {order.Number} has not so many pieces to withdraw from.");
        return order.Take(OrderTrigger.Withdraw, said.At) switch
        {
            TransitionResult.Accepted accepted => With(accepted.Order, said),
            // The one before still waits for its money: the table knows of no pieces.
            TransitionResult.AlreadySo => With(order with { Updated = said.At }, said),
            var refused => refused,
        };
    }

    /// <summary>The order, no longer waiting when the price of all withdrawn pieces went back since the first declaration.</summary>
    /// <param name="wentBack">Of the order's money, all in all; null when nothing did.</param>
    public static Order RefundedTo(this Order order, Money? wentBack, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Has(OrderFlags.Withdrawn) && wentBack is { } back
            && back.Minor - order.Withdrawals[0].RefundedBefore >= order.ValueOf(order.Withdrawals.SelectMany(each => each.Lines)).Minor
            && order.Take(OrderTrigger.WithdrawalRefunded, now) is TransitionResult.Accepted accepted
                ? accepted.Order
                : order;
    }

    /// <summary>What was paid for some pieces, without delivery.</summary>
    public static Money ValueOf(this Order order, IEnumerable<StockLine> lines)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(lines);
        return lines.Aggregate(
            Money.Zero(order.Currency),
            (sum, piece) => sum + (order.Lines.First(line => line.Sku == piece.Sku).UnitPrice * piece.Quantity));
    }

    private static TransitionResult.Accepted With(Order order, Withdrawal said) =>
        new(order with { Withdrawals = [.. order.Withdrawals, said] });

    private static int WithdrawnOf(Order order, Sku sku) =>
        order.Withdrawals.SelectMany(said => said.Lines).Where(line => line.Sku == sku).Sum(line => line.Quantity);
}
