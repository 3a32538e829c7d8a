using CommerceBot.Payments;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>
/// From any world on, when nothing fails any more: all is carried out, heard and looked at, and what was open ends. Many
/// worlds come to rest alike, so each step and each rest is gone through once.
/// </summary>
internal sealed class Settling(Judge judge)
{
    private const int Steps = 60;

    private readonly Dictionary<string, PaymentScenario> _rests = new(StringComparer.Ordinal);
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);

    /// <exception cref="BrokenInvariantException">It does not end as it should.</exception>
    public void Check(PaymentScenario now)
    {
        if (now.Ledger.Attempts.Count == 0 && !now.Ledger.Facts.Any())
            return;
        var rest = Rest(now);
        if (!_checked.Add(rest.Key(withDone: false)))
            return;
        Rules.AtRest(rest);
        Rules.InTheEnd(End(rest));
    }

    private PaymentScenario End(PaymentScenario now)
    {
        for (var round = 0; round < 3; round++)
        {
            foreach (var session in now.Gateway.Sessions.Where(session => session.End is SessionEnd.Open or SessionEnd.Processing))
                now = now with { Gateway = now.Gateway.With(session, session.End == SessionEnd.Open ? SessionEnd.Expired
                    : SessionEnd.Paid) };
            foreach (var refund in now.Gateway.Refunds.Where(refund => refund.Status == RefundStatus.Pending))
                now = now with { Gateway = now.Gateway.With(refund, RefundStatus.Succeeded) };
            var before = now.Key(withDone: false);
            now = now with { Phase = PaymentScenario.LastPhase };
            foreach (var at in (LookAt[])[LookAt.Sessions, LookAt.Disputes, LookAt.Refunds])
                now = Rest(judge.Decide(now, new PaymentTrigger.LookDue(new PaymentLook(now.Order.Id, at))));
            // The gateway's list of events names sessions whose attempt we had given up.
            foreach (var session in now.Gateway.Sessions)
                now = Rest(judge.Decide(now, new PaymentTrigger.LookDue(new PaymentLook(now.Order.Id, LookAt.Sessions,
                    $"cs_{session.Attempt}"))));
            if (now.Key(withDone: false) == before)
                break;
        }

        return now;
    }

    private PaymentScenario Rest(PaymentScenario now)
    {
        var way = new List<string>();
        for (var step = 0; step < Steps; step++)
        {
            var key = now.Key(withDone: false);
            if (_rests.TryGetValue(key, out var known))
                return Remember(way, known);
            way.Add(key);
            if (now.DeadAnswer is { } dead)
            {
                now = judge.Decide(now with { DeadAnswer = null }, new PaymentTrigger.Answered(dead));
            }
            else if (!now.Inbox.IsEmpty)
            {
                var answer = now.Inbox[0];
                now = judge.Decide(now with { Inbox = now.Inbox.RemoveAt(0) }, new PaymentTrigger.Answered(answer));
            }
            else if (!now.Calls.IsEmpty)
            {
                var (after, answer) = now.Gateway.Execute(now.Calls[0], now.Order, now.Now);
                now = now with { Gateway = after, Calls = now.Calls.RemoveAt(0), Inbox = now.Inbox.Add(answer) };
            }
            else
            {
                return Remember(way, now);
            }
        }

        throw new BrokenInvariantException($"It never comes to rest: {string.Join(',', now.Calls)} {string.Join(',', now.Inbox)}");
    }

    private PaymentScenario Remember(List<string> way, PaymentScenario rest)
    {
        foreach (var key in way)
            _rests[key] = rest;
        return rest;
    }
}
