using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Makes a refund of a merchant's wish, or says why it cannot be.</summary>
public static class RefundPlan
{
    /// <param name="restock">Whether the pieces that are given up are for sale again; those of an order that is called off always are.</param>
    public static RefundAnswer Make(Order order, PaymentLedger ledger, RefundWish wish, bool restock, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        // Money that pays nothing was owed first, and is here only because its refund came to nothing.
        if (wish is RefundWish.Everything && ledger.Facts.FirstOrDefault(fact => fact.IsOwed && ledger.LeftOf(fact).Minor > 0) is { } owed)
            return AskOwed(order, ledger, owed, now);
        if (ledger.PaidBy() is not { } receipt)
            return new RefundAnswer.Refused($"Order {order.Number} has no payment that could be refunded.");
        if (ledger.State == PaymentState.Disputed)
            return new RefundAnswer.Refused($"The payment of order {order.Number} is disputed: Stripe refunds it only through the dispute.");
        var left = ledger.LeftOf(receipt);
        if (left.Minor <= 0)
            return new RefundAnswer.Refused($"Nothing of order {order.Number} is left to refund.");
        return Parts(order, ledger, wish, left) switch
        {
            (null, var reason) => new RefundAnswer.Refused(reason!),
            ({ } parts, _) => Ask(order, ledger, receipt, left, parts, restock, now),
        };
    }

    private static RefundAnswer.Asked AskOwed(Order order, PaymentLedger ledger, PaymentFact owed, DateTimeOffset now)
    {
        var cause = owed.Kind == PaymentFactKind.Mispaid ? RefundCause.Mispaid
            : ledger.PaidBy() is null ? RefundCause.Unfillable
            : RefundCause.PaidTwice;
        var (asked, call) = ledger.AskRefund(owed, ledger.LeftOf(owed), cause, [], now);
        return new RefundAnswer.Asked(order, asked, call, [], CalledOff: false);
    }

    private static RefundAnswer Ask(Order order, PaymentLedger ledger, PaymentFact receipt, Money left, IReadOnlyList<RefundPart> parts, bool restock, DateTimeOffset now)
    {
        var amount = parts.Aggregate(Money.Zero(left.Currency), (sum, part) => sum + part.Amount);
        if (amount > left)
            return new RefundAnswer.Refused($"Only {left.Plain()} of order {order.Number} is left to refund, not {amount.Plain()}.");
        if (amount.Minor == 0)
            return new RefundAnswer.Refused($"That would refund nothing of order {order.Number}.");
        var (asked, call) = ledger.AskRefund(receipt, amount, RefundCause.Merchant, parts, now);
        if (amount == left && order.Take(OrderStep.CallOff, now) is Move.Accepted { Order: var off })
            return new RefundAnswer.Asked(off, asked, call, off.Stock, CalledOff: true);
        return new RefundAnswer.Asked(order, asked, call, restock ? Pieces(parts) : [], CalledOff: false);
    }

    private static (IReadOnlyList<RefundPart>? Parts, string? Reason) Parts(Order order, PaymentLedger ledger, RefundWish wish, Money left) => wish switch
    {
        RefundWish.Everything => (RefundParts.OfAmount(order, ledger, left), null),
        RefundWish.Amount { Money: var amount } when amount.Currency != order.Currency => (null, $"Order {order.Number} was paid in {order.Currency}, not in {amount.Currency}."),
        RefundWish.Amount { Money.Minor: <= 0 } => (null, "A refund is more than nothing."),
        RefundWish.Amount { Money: var amount } when amount > left => (null, $"Only {left.Plain()} of order {order.Number} is left to refund, not {amount.Plain()}."),
        RefundWish.Amount { Money: var amount } when !Limits.CanCharge(amount) => (null, $"Stripe moves {order.Currency} in steps of {Limits.Step(order.Currency)} only, not {amount.Plain()}."),
        RefundWish.Amount { Money: var amount } => (RefundParts.OfAmount(order, ledger, amount), null),
        RefundWish.Pieces pieces => OfPieces(order, ledger, pieces),
        _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, "Nobody knows how to refund that."),
    };

    private static (IReadOnlyList<RefundPart>? Parts, string? Reason) OfPieces(Order order, PaymentLedger ledger, RefundWish.Pieces wish)
    {
        var parts = new List<RefundPart>();
        foreach (var line in wish.Lines.GroupBy(line => line.Sku))
        {
            if (RefundParts.OfPieces(order, ledger, line.Key, line.Sum(one => one.Quantity)) is not { } part)
                return (null, $"Order {order.Number} has not so many pieces of {line.Key} left to refund: see 'orders show'.");
            parts.Add(part);
        }

        if (wish.Delivery)
        {
            if (RefundParts.OfDelivery(order, ledger) is not { } delivery)
                return (null, $"Nothing of the delivery of order {order.Number} is left to refund.");
            parts.Add(delivery);
        }

        return (parts, null);
    }

    private static StockLine[] Pieces(IReadOnlyList<RefundPart> parts) =>
        [.. parts.Where(part => part is { Sku: not null, Pieces: > 0 }).Select(part => new StockLine(part.Sku!.Value, part.Pieces))];
}
