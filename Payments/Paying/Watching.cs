using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>What a look at an order's payment finds.</summary>
/// <param name="Result">Order and ledger as they are now, and what to do with the goods.</param>
/// <param name="Reads">What to ask of Stripe; its answers say what happened.</param>
/// <param name="Next">When to look again; null when there is nothing left to wait for.</param>
public sealed record LookFound(Confirmed Result, IReadOnlyList<PaymentCall> Reads, DateTimeOffset? Next);

/// <summary>
/// Looking at an order's payment: when its timer falls due, when Stripe hints at something, when the shopper says so.
/// Webhooks can be lost, and an order must not wait for ever.
/// </summary>
public static class Watching
{
    /// <summary>Until Stripe, whose clock it is, has surely closed a session.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>Banks take days, and Stripe says when they are done: asking is for the word that was lost.</summary>
    private static readonly TimeSpan RefundsAgain = TimeSpan.FromHours(1);

    /// <summary>Ends what nobody can answer any more, and asks Stripe about the rest: every page that could be paid, and what the look is about.</summary>
    public static LookFound Look(Order order, PaymentLedger ledger, PaymentLook look, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(look);
        var result = Confirmed.Nothing(ConfirmOutcome.StillOpen, order, ledger);
        foreach (var attempt in ledger.Open.Where(attempt => attempt.SessionId is null && Due(attempt) <= now))
            result = Attempting.End(result.Order, result.Ledger, attempt.Number, now);
        result = CloseAbandoned(result, now);
        return new LookFound(result, [.. Reads(order, result.Ledger, look)], Next(result.Order, result.Ledger, now));
    }

    /// <summary>When to look at an order again; null when nothing can happen to it by waiting.</summary>
    public static DateTimeOffset? Next(Order order, PaymentLedger ledger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        // A delayed payment can take days, and its session's time is long over: asking now and then is enough.
        var due = ledger.Open.Select(attempt => (DateTimeOffset?)Due(attempt)).Min()
            ?? (order.State == OrderState.AwaitingPayment ? LastTime(ledger, now) : null);
        var next = due is { } at && at <= now ? now + Again : due;
        return ledger.Refunds.Any(ledger.IsOnItsWay) && !(next < now + RefundsAgain) ? now + RefundsAgain : next;
    }

    private static IEnumerable<PaymentCall> Reads(Order order, PaymentLedger ledger, PaymentLook look)
    {
        var sessions = ledger.Open.Select(attempt => attempt.SessionId).OfType<string>().ToList();
        foreach (var session in sessions)
            yield return new ReadSession(order.Id, session);
        // A session whose attempt we gave up may have come to be all the same.
        if (look.Session is { } named && !sessions.Contains(named) && !IsSettled(ledger, named))
            yield return new ReadSession(order.Id, named);
        if (look is { At: LookAt.LastTry, Payment: { } tried } && sessions.Count > 0)
            yield return new ReadPayment(order.Id, tried);
        foreach (var payment in Payments(ledger, look))
            yield return look.At == LookAt.Disputes ? new ReadDisputes(order.Id, payment) : new ReadRefunds(order.Id, payment);
    }

    /// <summary>Payments about whose refunds or disputes Stripe is asked; by the clock only those with a refund on its way.</summary>
    private static IEnumerable<string> Payments(PaymentLedger ledger, PaymentLook look)
    {
        var known = ledger.Facts.Where(fact => fact.IsReceipt).Select(fact => fact.Reference);
        return look switch
        {
            { At: LookAt.Refunds or LookAt.Disputes } => known.Where(payment => look.Payment is null || look.Payment == payment),
            { At: LookAt.Sessions, Session: null } => known.Where(payment => ledger.Refunds.Any(refund => refund.Payment == payment && ledger.IsOnItsWay(refund))),
            _ => [],
        };
    }

    /// <summary>Whether Stripe has shown how this session ended.</summary>
    private static bool IsSettled(PaymentLedger ledger, string session) =>
        ledger.Has(PaymentFactKind.Expired, session) || ledger.Has(PaymentFactKind.Failed, session)
        || (ledger.AttemptOf(session) is { } attempt && ledger.Facts.Any(fact => fact.IsReceipt && fact.Attempt == attempt.Number));

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
