using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>The four ways in which a checkout session ends, and what each does to order and ledger.</summary>
internal static class Settlement
{
    public static Confirmed OfMoney(Sight sight)
    {
        var (order, seen) = (sight.Order, sight.Seen);
        var reference = seen.PaymentIntent ?? seen.Id;
        Mismatch? wrong = seen.Amount.Currency != order.Currency ? Mismatch.Currency
            : seen.Amount != order.Total ? Mismatch.Amount
            : null;
        var fact = sight.Fact(wrong is null ? PaymentFactKind.Succeeded : PaymentFactKind.Mispaid, reference, seen.Amount);
        if (sight.Ledger.Add(fact) is not LedgerChange.Accepted { Ledger: var ledger })
            return Confirmed.Nothing(Before(sight, wrong), order, sight.Ledger) with { Mismatch = wrong };
        if (wrong is not null)
            return Unfilled(sight, ledger, fact) with { Outcome = ConfirmOutcome.Refused, Mismatch = wrong };
        if (sight.IsPaid)
            return Told(ConfirmOutcome.PaidTwice, sight, ledger, OrderStep.PaidTwice) with { Money = fact };
        return sight.StockHeld && order.Take(OrderStep.OrderPaid, sight.Now) is Move.Accepted paid
            ? new Confirmed(ConfirmOutcome.Paid, paid.Order, ledger, null, StockEffect.Allocate, fact, true)
            : Unfilled(sight, ledger, fact);
    }

    public static Confirmed OfWaiting(Sight sight) =>
        sight.Ledger.Add(sight.Fact(PaymentFactKind.Processing, sight.Seen.Id, null)) is LedgerChange.Accepted { Ledger: var ledger }
            ? Told(ConfirmOutcome.Processing, sight, ledger, OrderStep.PaymentStarted)
            : Confirmed.Nothing(ConfirmOutcome.Processing, sight.Order, sight.Ledger);

    public static Confirmed OfFailure(Sight sight) => Ended(sight, PaymentFactKind.Failed, ConfirmOutcome.PaymentFailed,
        order => order.Take(OrderStep.PaymentFailed, sight.Now));

    public static Confirmed OfExpiry(Sight sight) => Ended(sight, PaymentFactKind.Expired, ConfirmOutcome.Expired,
        order => order.Close(sight.Now));

    /// <summary>A session that took no money ends its order only while the order waits and no other session can be paid.</summary>
    private static Confirmed Ended(Sight sight, PaymentFactKind kind, ConfirmOutcome outcome, Func<Order, Move> close)
    {
        var ledger = sight.Ledger.Add(sight.Fact(kind, sight.Seen.Id, null)) is LedgerChange.Accepted added ? added.Ledger : sight.Ledger;
        if (sight.IsPaid)
            return Confirmed.Nothing(ConfirmOutcome.AlreadyPaid, sight.Order, ledger);
        if (ledger.Open.Count > 0)
            return Confirmed.Nothing(ConfirmOutcome.AttemptClosed, sight.Order, ledger);
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

    private static Confirmed Unfilled(Sight sight, PaymentLedger ledger, PaymentFact fact)
    {
        if (sight.IsPaid)
            return Told(ConfirmOutcome.PaidTwice, sight, ledger, OrderStep.PaidTwice) with { Money = fact };
        return Told(ConfirmOutcome.Unfillable, sight, ledger, OrderStep.PaidUnfilled) with { Money = fact, Stock = StockEffect.Release };
    }

    private static Confirmed Told(ConfirmOutcome outcome, Sight sight, PaymentLedger ledger, OrderStep step)
    {
        var order = sight.Order.Take(step, sight.Now) is Move.Accepted moved ? moved.Order : sight.Order;
        return new Confirmed(outcome, order, ledger, null, StockEffect.Keep, null, true);
    }

    private static ConfirmOutcome Before(Sight sight, Mismatch? wrong) => wrong is not null ? ConfirmOutcome.Refused
        : sight.IsPaid ? ConfirmOutcome.AlreadyPaid
        : ConfirmOutcome.Unfillable;
}
