using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>What may happen in one scene, and how often. Everything else is free: any order, any repeat, any loss.</summary>
/// <param name="Begin">The first world.</param>
/// <param name="Allowed">How often each act may happen; one that is not here never does.</param>
internal sealed record Scene(string Name, Func<PaymentScenario> Begin, IReadOnlyDictionary<string, int> Allowed)
{
    public const long Part = 1000;

    private static readonly DisputeStatus[] Words = [DisputeStatus.NeedsResponse, DisputeStatus.UnderReview, DisputeStatus.Won,
        DisputeStatus.Lost];

    /// <summary>Every world that can come next.</summary>
    public IEnumerable<(string Act, PaymentScenario After)> Next(PaymentScenario now, Judge judge) =>
    [
        .. People(now, judge), .. Outbox(now), .. Inbox(now, judge), .. AtGateway(now), .. Clock(now, judge),
    ];

    private IEnumerable<(string, PaymentScenario)> People(PaymentScenario now, Judge judge)
    {
        if (May(now, "place") && now.Ledger.Attempts.Count == 0)
            yield return ("the order is placed", judge.Decide(now.Did("place"), new PaymentTrigger.OrderPlaced()));
        if (now.Ledger.Attempts.Count == 0 && !now.Order.IsPaid && now.Gateway.Sessions.IsEmpty)
            yield break;
        if (May(now, "pay-again") && (now.Ledger.Open.Count > 0 || now.Ledger.Attempts.Count < 2))
            yield return ("the shopper wants the page", judge.Decide(now.Did("pay-again"), new PaymentTrigger.PayRequested()));
        if (May(now, "I-paid"))
            yield return ("the shopper says: I paid", judge.Decide(now.Did("I-paid"), new PaymentTrigger.StatusRequested()));
        if (May(now, "cancel"))
            yield return ("the shopper cancels", judge.Decide(now.Did("cancel"), new PaymentTrigger.CancelRequested(CancelledBy.Shopper)));
        if (May(now, "leave") && now.Gateway.Sessions.Count > 0)
            yield return ("the shopper leaves the page", judge.Decide(now.Did("leave"),
                new PaymentTrigger.CheckoutLeft(now.Gateway.Sessions[^1].Attempt)));
        foreach (var merchant in Merchant(now, judge))
            yield return merchant;
    }

    private IEnumerable<(string, PaymentScenario)> Merchant(PaymentScenario now, Judge judge)
    {
        if (May(now, "shop-cancels"))
            yield return ("the merchant cancels", judge.Decide(now.Did("shop-cancels"),
                new PaymentTrigger.CancelRequested(CancelledBy.Merchant)));
        if (May(now, "refund-all"))
            yield return ("the merchant refunds all", judge.Decide(now.Did("refund-all"),
                new PaymentTrigger.RefundRequested(new RefundRequest.Everything(), false)));
        if (May(now, "refund-part"))
            yield return ("the merchant refunds a part", judge.Decide(now.Did("refund-part"),
                new PaymentTrigger.RefundRequested(new RefundRequest.Amount(Some.Eur(Part)), false)));
        if (May(now, "ship") && now.Order.Ship(null, now.Now) is TransitionResult.Accepted { Order: var shipped })
            yield return ("the merchant ships", now.Did("ship") with { Order = shipped });
        if (May(now, "count") && now.Held)
            yield return ("the merchant counts fewer", now.Did("count") with { Held = false });
        foreach (var key in now.DeadCalls.Where(_ => May(now, "replay")))
            yield return ($"an operator replays {key}", judge.Decide((now with { Tick = now.Tick + 1 }).Did("replay"),
                new PaymentTrigger.ReplayRequested(key)));
    }

    private IEnumerable<(string, PaymentScenario)> Outbox(PaymentScenario now)
    {
        if (now.Calls.IsEmpty)
            yield break;
        var (call, rest) = (now.Calls[0], now.Calls.RemoveAt(0));
        var (after, answer) = now.Gateway.Execute(call, now.Order, now.Now);
        yield return ("the gateway answers", now with { Gateway = after, Calls = rest, Inbox = now.Inbox.Add(answer) });
        if (after != now.Gateway && May(now, "lose"))
            yield return ("the gateway's answer is lost", now.Did("lose") with { Gateway = after });
        if (call is IMoneyCall money && May(now, "give-up"))
        {
            var given = CallFailed.Of(call, CallFailure.GaveUp, "");
            yield return ("a call is given up", (now with
            {
                Calls = rest, Inbox = now.Inbox.Add(given), DeadCalls = now.DeadCalls.Add(money.Key), Tick = now.Tick + 1,
                Gateway = now.Gateway with { Forgotten = now.Gateway.Forgotten.Add(money.Key) },
            }).Did("give-up"));
        }
    }

    private IEnumerable<(string, PaymentScenario)> Inbox(PaymentScenario now, Judge judge)
    {
        if (!now.Inbox.IsEmpty)
        {
            var (answer, rest) = (now.Inbox[0], now.Inbox.RemoveAt(0));
            yield return ($"heard: {answer.GetType().Name}", judge.Decide(now with { Inbox = rest }, new PaymentTrigger.Answered(answer)));
            if (now.DeadAnswer is null && May(now, "die"))
                yield return ("an answer's turn dies", now.Did("die") with { Inbox = rest, DeadAnswer = answer });
        }

        if (now.DeadAnswer is { } dead)
            yield return ("a dead answer is replayed", judge.Decide(now with { DeadAnswer = null }, new PaymentTrigger.Answered(dead)));
    }

    private IEnumerable<(string, PaymentScenario)> AtGateway(PaymentScenario now)
    {
        foreach (var session in now.Gateway.Sessions)
        {
            if (session.End == SessionEnd.Open && May(now, "pay"))
                yield return ("paid", now.Did("pay") with { Gateway = now.Gateway.With(session, SessionEnd.Paid) });
            if (session.End == SessionEnd.Open && May(now, "pay-slowly"))
                yield return ("paid slowly", now.Did("pay-slowly") with { Gateway = now.Gateway.With(session, SessionEnd.Processing) });
            if (session.End == SessionEnd.Open)
                yield return ("expired", now with { Gateway = now.Gateway.With(session, SessionEnd.Expired) });
            if (session.End == SessionEnd.Processing)
                yield return ("the bank says yes", now with { Gateway = now.Gateway.With(session, SessionEnd.Paid) });
            if (session.End == SessionEnd.Processing)
                yield return ("the bank says no", now with { Gateway = now.Gateway.With(session, SessionEnd.Failed) });
        }

        foreach (var refund in now.Gateway.Refunds)
        {
            if (refund.Status == RefundStatus.Pending)
                yield return ("a refund is done", now with { Gateway = now.Gateway.With(refund, RefundStatus.Succeeded) });
            if (refund.Status != RefundStatus.Failed && May(now, "bounce"))
                yield return ("a refund comes back", now.Did("bounce") with { Gateway = now.Gateway.With(refund, RefundStatus.Failed) });
        }

        if (May(now, "dashboard") && now.Gateway.Charges.Contains("pi_1") && !now.Gateway.IsDisputeOpen
            && now.Gateway.Dispute != DisputeStatus.Lost && now.Gateway.Back("pi_1") + Part <= Gateway.Total)
            yield return ("a refund in the dashboard", now.Did("dashboard") with { Gateway = now.Gateway.Give("pi_1", Part, null) });
        if (May(now, "dispute") && now.Gateway.Charges.Contains("pi_1")
            && (now.Gateway.Dispute is not null || now.Gateway.Back("pi_1") == 0))
            foreach (var word in Words.Where(word => word != now.Gateway.Dispute))
                yield return ($"the dispute is {word}", now.Did("dispute") with { Gateway = now.Gateway with { Dispute = word },
                    Tick = now.Tick + 1 });
    }

    private IEnumerable<(string, PaymentScenario)> Clock(PaymentScenario now, Judge judge)
    {
        if (now.Ledger.Attempts.Count == 0 && now.Gateway.Sessions.IsEmpty)
            yield break;
        if (May(now, "look"))
            foreach (var at in (LookAt[])[LookAt.Sessions, LookAt.Refunds, LookAt.Disputes])
                if (at == LookAt.Sessions || now.Ledger.Facts.Any(fact => fact.IsReceipt))
                    yield return ($"a look at {at}", judge.Decide(now.Did("look"),
                        new PaymentTrigger.LookDue(new PaymentLook(now.Order.Id, at))));
        if (May(now, "time") && now.Phase < PaymentScenario.LastPhase)
            yield return ("time passes", judge.Decide(now.Did("time") with { Phase = now.Phase + 1 },
                new PaymentTrigger.LookDue(new PaymentLook(now.Order.Id))));
    }

    private bool May(PaymentScenario now, string act) => now.TimesDone(act) < Allowed.GetValueOrDefault(act);
}
