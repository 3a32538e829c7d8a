using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>What the timer of an order finds.</summary>
/// <param name="Result">Order and ledger as they are now, and what to do with the goods.</param>
/// <param name="Reads">Sessions whose time is over: Stripe says what became of them, and its answer goes to <see cref="Confirmation"/>.</param>
/// <param name="Next">When to look again; null when there is nothing left to wait for.</param>
public sealed record TimerFound(Confirmed Result, IReadOnlyList<ReadSession> Reads, DateTimeOffset? Next);

/// <summary>The timer of an order: webhooks can be lost, and an order must not wait for ever.</summary>
public static class Watching
{
    /// <summary>Until Stripe, whose clock it is, has surely closed a session.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    public static TimerFound Look(Order order, PaymentLedger ledger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        var result = Confirmed.Nothing(ConfirmOutcome.StillOpen, order, ledger);
        foreach (var attempt in ledger.Open.Where(attempt => attempt.SessionId is null && Due(attempt) <= now))
            result = Attempting.End(result.Order, result.Ledger, attempt.Number, now);
        result = CloseAbandoned(result, now);
        var reads = result.Ledger.Open
            .Where(attempt => attempt.SessionId is not null && Due(attempt) <= now)
            .Select(attempt => new ReadSession(order.Id, attempt.SessionId!)).ToList();
        return new TimerFound(result, reads, Next(result.Order, result.Ledger, now));
    }

    /// <summary>When the timer of an order should look; null when nothing can happen to it by waiting.</summary>
    public static DateTimeOffset? Next(Order order, PaymentLedger ledger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        // A delayed payment can take days, and its session's time is long over: asking now and then is enough.
        var due = ledger.Open.Select(attempt => (DateTimeOffset?)Due(attempt)).Min()
            ?? (order.State == OrderState.AwaitingPayment ? LastTime(ledger, now) : null);
        return due is { } at && at <= now ? now + Again : due;
    }

    /// <summary>Every page failed or ran out, and the time to pay with it: nobody can pay this order any more.</summary>
    private static Confirmed CloseAbandoned(Confirmed so, DateTimeOffset now)
    {
        if (so.Order.State != OrderState.AwaitingPayment || so.Ledger.Open.Count > 0 || LastTime(so.Ledger, now) > now)
            return so;
        return so.Order.Close(now) is Move.Accepted { Order: var closed }
            ? new Confirmed(closed.State == OrderState.Cancelled ? ConfirmOutcome.Cancelled : ConfirmOutcome.Expired,
                closed, so.Ledger, null, StockEffect.Release, null, true)
            : so;
    }

    private static DateTimeOffset Due(PaymentAttempt attempt) =>
        attempt.SessionId is null ? attempt.RequestedAt + Attempting.TimeToAnswer : attempt.ExpiresAt + Slack;

    private static DateTimeOffset LastTime(PaymentLedger ledger, DateTimeOffset now) =>
        ledger.Attempts.Count == 0 ? now : ledger.Attempts.Max(attempt => attempt.ExpiresAt);
}
