using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Which money a merchant's request gives back, or why it cannot be.</summary>
internal abstract record RefundPlan
{
    private RefundPlan()
    {
    }

    /// <param name="Receipt">Where the money came from, and goes back to.</param>
    /// <param name="IsAll">Whether nothing of the order's money will be left.</param>
    public sealed record Planned(PaymentFact Receipt, Money Amount, RefundCause Cause, IReadOnlyList<RefundPart> Parts, bool IsAll)
        : RefundPlan
    {
        /// <summary>What is given up with it.</summary>
        public IReadOnlyList<StockLine> Pieces =>
            [.. Parts.Where(part => part is { Sku: not null, Pieces: > 0 }).Select(part => new StockLine(part.Sku!.Value, part.Pieces))];
    }

    public sealed record Refused(string Reason, TransitionRefusal Kind = TransitionRefusal.WrongState) : RefundPlan;

    public static RefundPlan Make(Order order, PaymentLedger ledger, RefundRequest request, IChargeLimits limits)
    {
        // Money that pays nothing was owed first, and is here only because its refund came to nothing.
        if (request is RefundRequest.Everything && ledger.Facts.FirstOrDefault(fact => fact.IsOwed && ledger.LeftOf(fact).Minor > 0)
            is { } owed)
            return new Planned(owed, ledger.LeftOf(owed), CauseOf(ledger, owed), [], IsAll: false);
        if (ledger.PaidBy() is not { } receipt)
            return new Refused($"Order {order.Number} has no payment that could be refunded.", TransitionRefusal.NothingLeft);
        if (ledger.State == PaymentState.Disputed)
            return new Refused($"The payment of order {order.Number} is disputed: it is refunded only through the dispute.",
                TransitionRefusal.Disputed);
        var left = ledger.LeftOf(receipt);
        if (left.Minor <= 0)
            return new Refused($"Nothing of order {order.Number} is left to refund.", TransitionRefusal.NothingLeft);
        return PartsOf(order, ledger, request, left, limits) switch
        {
            (null, var reason) => new Refused(reason!, TransitionRefusal.WrongAmount),
            ({ } parts, _) => Of(order, receipt, left, parts),
        };
    }

    private static RefundCause CauseOf(PaymentLedger ledger, PaymentFact owed) =>
        owed.Kind == PaymentFactKind.Mispaid ? RefundCause.Mispaid
        : ledger.PaidBy() is null ? RefundCause.Unfillable
        : RefundCause.PaidTwice;

    private static RefundPlan Of(Order order, PaymentFact receipt, Money left, IReadOnlyList<RefundPart> parts)
    {
        var amount = parts.Aggregate(Money.Zero(left.Currency), (sum, part) => sum + part.Amount);
        if (amount > left)
            return new Refused($"Only {left.Plain()} of order {order.Number} is left to refund, not {amount.Plain()}.",
                TransitionRefusal.WrongAmount);
        return amount.Minor == 0
            ? new Refused($"That would refund nothing of order {order.Number}.", TransitionRefusal.WrongAmount)
            : new Planned(receipt, amount, RefundCause.Merchant, parts, amount == left);
    }

    private static (IReadOnlyList<RefundPart>? Parts, string? Reason) PartsOf(Order order, PaymentLedger ledger,
        RefundRequest request, Money left, IChargeLimits limits) =>
        request switch
        {
            RefundRequest.Everything => (RefundParts.OfAmount(order, ledger, left, limits), null),
            RefundRequest.Amount { Money: var amount } when amount.Currency != order.Currency =>
                (null, $"Order {order.Number} was paid in {order.Currency}, not in {amount.Currency}."),
            RefundRequest.Amount { Money.Minor: <= 0 } => (null, "A refund is more than nothing."),
            RefundRequest.Amount { Money: var amount } when amount > left =>
                (null, $"Only {left.Plain()} of order {order.Number} is left to refund, not {amount.Plain()}."),
            RefundRequest.Amount { Money: var amount } when !limits.CanCharge(amount) =>
                (null, $"{order.Currency} moves in steps of {limits.Step(order.Currency)} only, so {amount.Plain()} cannot be refunded."),
            RefundRequest.Amount { Money: var amount } => (RefundParts.OfAmount(order, ledger, amount, limits), null),
            RefundRequest.Pieces pieces => PiecesOf(order, ledger, pieces, limits),
            _ => throw new ArgumentOutOfRangeException(nameof(request), request, "Nobody knows how to refund that."),
        };

    private static (IReadOnlyList<RefundPart>? Parts, string? Reason) PiecesOf(Order order, PaymentLedger ledger,
        RefundRequest.Pieces request, IChargeLimits limits)
    {
        var parts = new List<RefundPart>();
        foreach (var line in request.Lines.GroupBy(line => line.Sku))
        {
            if (RefundParts.OfPieces(order, ledger, line.Key, line.Sum(one => one.Quantity), limits) is not { } part)
                return (null, $"Order {order.Number} has not so many pieces of {line.Key} left to refund: see 'orders show'.");
            parts.Add(part);
        }

        if (request.Delivery)
        {
            if (RefundParts.OfDelivery(order, ledger) is not { Count: > 0 } delivery)
                return (null, $"Nothing of the delivery of order {order.Number} is left to refund.");
            parts.AddRange(delivery);
        }

        return (parts, null);
    }
}
