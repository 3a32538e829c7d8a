using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// Looking at an order's payment: when its timer falls due, when the gateway says that something changed, when the shopper
/// comes back. Events can be lost, and an order must not wait for ever.
/// </summary>
internal static class PaymentReconciliation
{
    /// <summary>Until the gateway, whose clock it is, has surely closed a session.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    /// <summary>Banks take days, and the gateway says when they are done: asking is for the word that was lost.</summary>
    private static readonly TimeSpan RefundsAgain = TimeSpan.FromHours(1);

    /// <summary>No call waits longer: a refund of which nobody has heard by then is looked for.</summary>
    private static readonly TimeSpan LongestCall = TimeSpan.FromHours(24);

    /// <summary>
    /// Ends what nobody can answer any more, and asks the gateway about the rest: every page that could be paid, and what
    /// the look is about.
    /// </summary>
    public static void Look(DecisionBuilder decision, PaymentLook look)
    {
        foreach (var attempt in decision.Ledger.Open.Where(attempt => attempt.SessionId is null && Due(attempt) <= decision.Now))
            AttemptDecisions.End(decision, attempt.Number);
        // Every page failed or ran out, and the time to pay with it: nobody can pay this order any more.
        if (decision.Order.State == OrderState.AwaitingPayment && decision.Ledger.Open.Count == 0
            && LastTime(decision.Ledger, decision.Now) <= decision.Now)
            SessionDecisions.Close(decision);
        // Its call was given up long ago, or died where nobody answers for it.
        foreach (var refund in decision.Ledger.Refunds.Where(refund => decision.Ledger.StateOf(refund) == RefundState.Requested
            && refund.At + LongestCall <= decision.Now).ToList())
            RefundDecisions.Doubt(decision, refund);
        foreach (var read in Reads(decision.Order, decision.Ledger, look, decision.Now).ToList())
            decision.Ask(read);
    }

    /// <summary>When to look at an order again; null when nothing can happen to it by waiting.</summary>
    public static DateTimeOffset? Next(Order order, PaymentLedger ledger, DateTimeOffset now)
    {
        // A delayed payment can take days, and its session's time is long over: asking now and then is enough.
        var due = ledger.Open.Select(attempt => (DateTimeOffset?)Due(attempt)).Min()
            ?? (order.State == OrderState.AwaitingPayment ? LastTime(ledger, now) : null);
        var next = due is { } at && at <= now ? now + Again : due;
        if (ledger.Refunds.Any(ledger.IsOnItsWay))
            next = Earlier(next, now + RefundsAgain);
        return ledger.Disputes.Select(DisputeDecisions.ReminderOf).Aggregate(next, Earlier);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => other < one || one is null ? other : one;

    private static IEnumerable<PaymentCall> Reads(Order order, PaymentLedger ledger, PaymentLook look, DateTimeOffset now)
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
        // The merchant is reminded of what is due by what we know; whether it still is, the gateway says.
        foreach (var dispute in ledger.Disputes.Where(dispute => look.At != LookAt.Disputes && DisputeDecisions.ReminderOf(dispute) <= now))
            yield return new ReadDisputes(order.Id, dispute.Payment);
    }

    /// <summary>Payments about whose refunds or disputes the gateway is asked; by the clock only those with a refund on its way.</summary>
    private static IEnumerable<string> Payments(PaymentLedger ledger, PaymentLook look)
    {
        var known = ledger.Facts.Where(fact => fact.IsReceipt).Select(fact => fact.Reference);
        return look switch
        {
            { At: LookAt.Refunds or LookAt.Disputes } => known.Where(payment => look.Payment is null || look.Payment == payment),
            { At: LookAt.Sessions, Session: null } => known.Where(payment =>
                ledger.Refunds.Any(refund => refund.Payment == payment && ledger.IsOnItsWay(refund))),
            _ => [],
        };
    }

    /// <summary>Whether the gateway has shown how this session ended.</summary>
    private static bool IsSettled(PaymentLedger ledger, string session) =>
        ledger.Has(PaymentFactKind.Expired, session) || ledger.Has(PaymentFactKind.Failed, session)
        || (ledger.AttemptOf(session) is { } attempt && ledger.Facts.Any(fact => fact.IsReceipt && fact.Attempt == attempt.Number));

    private static DateTimeOffset Due(PaymentAttempt attempt) =>
        attempt.SessionId is null ? attempt.RequestedAt + PaymentAttempts.TimeToAnswer : attempt.ExpiresAt + Slack;

    private static DateTimeOffset LastTime(PaymentLedger ledger, DateTimeOffset now) =>
        ledger.Attempts.Count == 0 ? now : ledger.Attempts.Max(attempt => attempt.ExpiresAt);
}
