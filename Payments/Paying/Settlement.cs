using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>The four ways in which a checkout session ends, and what each does to order and ledger.</summary>
internal static class Settlement
{
    public static Confirmed OfMoney(Sight sight)
    {
        var (order, seen) = (sight.Order, sight.Seen);
        var reference = seen.PaymentIntent ?? seen.Id;
        if (sight.Ledger.Facts.FirstOrDefault(fact => fact.IsReceipt && fact.Reference == reference) is { } before)
            return Confirmed.Nothing(Again(sight, before), order, sight.Ledger);
        Mismatch? wrong = seen.Amount.Currency != order.Currency ? Mismatch.Currency
            : seen.Amount != order.Total ? Mismatch.Amount
            : null;
        if (wrong is not null)
            return Unfilled(sight, PaymentFactKind.Mispaid, RefundCause.Mispaid) with { Outcome = ConfirmOutcome.Refused, Mismatch = wrong };
        if (sight.IsPaid)
            return Twice(sight, PaymentFactKind.Surplus, RefundCause.PaidTwice);
        if (!sight.StockHeld || order.Take(OrderStep.OrderPaid, sight.Now) is not Move.Accepted paid)
            return Unfilled(sight, PaymentFactKind.Surplus, RefundCause.Unfillable);
        var fact = sight.Fact(PaymentFactKind.Succeeded, reference, seen.Amount);
        return new Confirmed(ConfirmOutcome.Paid, paid.Order, Written(sight, fact), null, StockEffect.Allocate, fact, true);
    }

    public static Confirmed OfWaiting(Sight sight) =>
        sight.Ledger.Add(sight.Fact(PaymentFactKind.Processing, sight.Seen.Id, null)) is LedgerChange.Accepted { Ledger: var ledger }
            ? Told(ConfirmOutcome.Processing, sight, ledger, OrderStep.PaymentStarted)
            : Confirmed.Nothing(ConfirmOutcome.Processing, sight.Order, sight.Ledger);

    public static Confirmed OfFailure(Sight sight) => Ended(sight, PaymentFactKind.Failed, ConfirmOutcome.PaymentFailed,
        order => order.Take(OrderStep.PaymentFailed, sight.Now));

    public static Confirmed OfExpiry(Sight sight) => Ended(sight, PaymentFactKind.Expired, ConfirmOutcome.Expired,
        order => order.Close(sight.Now), IsReplaced(sight));

    /// <summary>Whether this page was closed for a new one, which the order still waits for.</summary>
    private static bool IsReplaced(Sight sight) => sight.Ledger.Has(PaymentFactKind.Replacing, sight.Seen.Id)
        && !sight.Ledger.Has(PaymentFactKind.Expired, sight.Seen.Id)
        && sight.Order.State == OrderState.AwaitingPayment && !sight.Order.Has(OrderMarks.Cancelling);

    /// <summary>A session that took no money ends its order only while the order waits and no other session can be paid.</summary>
    private static Confirmed Ended(Sight sight, PaymentFactKind kind, ConfirmOutcome outcome, Func<Order, Move> close, bool replaced = false)
    {
        var ledger = sight.Ledger.Add(sight.Fact(kind, sight.Seen.Id, null)) is LedgerChange.Accepted added ? added.Ledger : sight.Ledger;
        if (sight.IsPaid)
            return Confirmed.Nothing(ConfirmOutcome.AlreadyPaid, sight.Order, ledger);
        if (ledger.Open.Count > 0)
            return Confirmed.Nothing(ConfirmOutcome.AttemptClosed, sight.Order, ledger);
        if (replaced)
            return Confirmed.Nothing(ConfirmOutcome.AttemptReplaced, sight.Order, ledger);
        return close(sight.Order) is Move.Accepted { Order: var closed }
            ? new Confirmed(Word(closed), closed, ledger, null, StockEffect.Release, null, true)
            : Confirmed.Nothing(Word(sight.Order), sight.Order, ledger);

        ConfirmOutcome Word(Order order) => (outcome, order.State) switch
        {
            (ConfirmOutcome.PaymentFailed, _) => ConfirmOutcome.PaymentFailed,
            (_, OrderState.Cancelled) => ConfirmOutcome.Cancelled,
            _ => outcome,
        };
    }

    private static Confirmed Unfilled(Sight sight, PaymentFactKind kind, RefundCause cause) =>
        sight.IsPaid ? Twice(sight, kind, cause) : Owed(sight, kind, cause, ConfirmOutcome.Unfillable, OrderStep.PaidUnfilled) with { Stock = StockEffect.Release };

    private static Confirmed Twice(Sight sight, PaymentFactKind kind, RefundCause cause) => Owed(sight, kind, cause, ConfirmOutcome.PaidTwice, OrderStep.PaidTwice);

    /// <summary>Money that the shop may not keep goes back at once and in full.</summary>
    private static Confirmed Owed(Sight sight, PaymentFactKind kind, RefundCause cause, ConfirmOutcome outcome, OrderStep step)
    {
        var fact = sight.Fact(kind, sight.Seen.PaymentIntent ?? sight.Seen.Id, sight.Seen.Amount);
        var ledger = Written(sight, fact);
        RefundPayment? call = null;
        if (sight.Seen.PaymentIntent is not null && fact.Amount!.Value.Minor > 0)
            (ledger, call) = ledger.AskRefund(fact, fact.Amount.Value, cause, [], sight.Now);
        return Told(outcome, sight, ledger, step) with { Money = fact, Refund = call };
    }

    private static PaymentLedger Written(Sight sight, PaymentFact fact) => sight.Ledger.Add(fact) is LedgerChange.Accepted { Ledger: var ledger }
        ? ledger
        : throw new InvalidOperationException($"The ledger of order {sight.Order.Number} does not take {fact.Kind} {fact.Reference}: money must never be lost.");

    private static Confirmed Told(ConfirmOutcome outcome, Sight sight, PaymentLedger ledger, OrderStep step)
    {
        var order = sight.Order.Take(step, sight.Now) is Move.Accepted moved ? moved.Order : sight.Order;
        return new Confirmed(outcome, order, ledger, null, StockEffect.Keep, null, true);
    }

    /// <summary>The same money a second time is nothing new.</summary>
    private static ConfirmOutcome Again(Sight sight, PaymentFact before) => before.Kind switch
    {
        PaymentFactKind.Mispaid => ConfirmOutcome.Refused,
        PaymentFactKind.Surplus when !sight.IsPaid => ConfirmOutcome.Unfillable,
        _ => ConfirmOutcome.AlreadyPaid,
    };
}
