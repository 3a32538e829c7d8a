using System.Collections.Immutable;
using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;

namespace CommerceBot.Tests.Payments.Exploration;

internal enum SessionEnd
{
    Open,
    Paid,
    Processing,
    Failed,
    Expired,
}

/// <summary>One session at the gateway; its payment is <c>pi_{attempt}</c>.</summary>
internal sealed record SessionAt(int Attempt, SessionEnd End);

internal sealed record RefundAt(string Id, string? Ours, string Payment, long Amount, RefundStatus Status);

/// <summary>The naivest gateway: sessions, refunds, one dispute. It remembers keys until it is said to forget them.</summary>
internal sealed record Gateway
{
    public static long Total { get; } = Some.Order().Total.Minor;

    public ImmutableList<SessionAt> Sessions { get; init; } = [];

    public ImmutableList<RefundAt> Refunds { get; init; } = [];

    /// <summary>Of the first payment.</summary>
    public DisputeStatus? Dispute { get; init; }

    /// <summary>Keys that it has answered, and may have forgotten since.</summary>
    public ImmutableSortedSet<string> Forgotten { get; init; } = [];

    public bool IsDisputeOpen => Dispute is DisputeStatus.NeedsResponse or DisputeStatus.UnderReview or DisputeStatus.Unknown;

    public string Key() =>
        string.Concat(Sessions.Select(session => $"S{session.Attempt}{session.End}"))
        + string.Concat(Refunds.Select(refund => string.Create(CultureInfo.InvariantCulture,
            $"R{refund.Id}{refund.Ours}{refund.Payment}{refund.Amount}{refund.Status}")))
        + Dispute + string.Join(',', Forgotten);

    public IEnumerable<string> Charges => Sessions.Where(session => session.End == SessionEnd.Paid).Select(session =>
        $"pi_{session.Attempt}");

    /// <summary>What went back of a payment, or is on its way.</summary>
    public long Back(string payment) => Refunds
        .Where(refund => refund.Payment == payment && refund.Status is RefundStatus.Succeeded or RefundStatus.Pending
            && refund.Payment == payment).Sum(refund => refund.Amount);

    /// <summary>What the bank took back of a payment.</summary>
    public long TakenBack(string payment) => payment == "pi_1" && Dispute == DisputeStatus.Lost ? Total : 0;

    /// <summary>Carries a call out: the gateway as it is then, and what it answers.</summary>
    public (Gateway After, PaymentAnswer Answer) Execute(PaymentCall call, Order order, DateTimeOffset now) => call switch
    {
        OpenSession open => Open(open),
        ReadSession read => (this, Seen(order, read.SessionId)),
        ExpireSession expire => Expire(order, expire.SessionId),
        RefundPayment refund => Refund(refund, now),
        ReadRefunds read => (this, new RefundsSeen(order.Id, read.Payment,
            [.. Refunds.Where(refund => refund.Payment == read.Payment).Select(Shown)], now)),
        ReadDisputes read => (this, new DisputesSeen(order.Id, read.Payment, read.Payment == "pi_1" && Dispute is { } status
            ? [Shown(status)] : [], now)),
        _ => throw new InvalidOperationException($"Nobody plays {call}."),
    };

    public Gateway With(SessionAt before, SessionEnd end) => this with { Sessions = Sessions.Replace(before, before with { End = end }) };

    public Gateway With(RefundAt before, RefundStatus status) =>
        this with { Refunds = Refunds.Replace(before, before with { Status = status }) };

    public Gateway Give(string payment, long amount, string? ours) => this with
    {
        Refunds = Refunds.Add(new RefundAt(string.Create(CultureInfo.InvariantCulture, $"re_{Refunds.Count}"), ours, payment, amount,
            RefundStatus.Pending)),
    };

    private (Gateway After, PaymentAnswer Answer) Open(OpenSession open)
    {
        var answer = new SessionOpened(open.Order, open.Attempt, $"cs_{open.Attempt}", new Uri($"https://pay.example/{open.Attempt}"),
            open.ExpiresAt);
        return Sessions.Any(session => session.Attempt == open.Attempt) ? (this, answer)
            : (this with { Sessions = Sessions.Add(new SessionAt(open.Attempt, SessionEnd.Open)) }, answer);
    }

    private (Gateway After, PaymentAnswer Answer) Expire(Order order, string session)
    {
        var found = Sessions.First(one => $"cs_{one.Attempt}" == session);
        var after = found.End == SessionEnd.Open ? With(found, SessionEnd.Expired) : this;
        return (after, after.Seen(order, session));
    }

    /// <summary>Under a key that is remembered the same refund is the same answer; what is disputed, or gone, is refused.</summary>
    private (Gateway After, PaymentAnswer Answer) Refund(RefundPayment call, DateTimeOffset now)
    {
        if (!Forgotten.Contains(call.Key) && Refunds.FirstOrDefault(refund => refund.Ours == call.Refund) is { } before)
            return (this, new RefundsSeen(call.Order, null, [Shown(before)], now));
        if ((call.Payment == "pi_1" && (IsDisputeOpen || Dispute == DisputeStatus.Lost)) || Back(call.Payment) + call.Amount.Minor > Total)
            return (this, CallFailed.Of(call, CallFailure.BadRequest, ""));
        var after = Give(call.Payment, call.Amount.Minor, call.Refund);
        return (after, new RefundsSeen(call.Order, null, [Shown(after.Refunds[^1])], now));
    }

    private SessionSeen Seen(Order order, string id)
    {
        var session = Sessions.First(one => $"cs_{one.Attempt}" == id);
        var payment = session.End is SessionEnd.Open or SessionEnd.Expired ? null : $"pi_{session.Attempt}";
        return new SessionSeen(order.Id, new SessionSnapshot(
            id,
            session.End switch { SessionEnd.Open => SessionStatus.Open, SessionEnd.Expired => SessionStatus.Expired, _ =>
                SessionStatus.Complete },
            session.End switch { SessionEnd.Paid => SessionPayment.Paid, SessionEnd.Failed => SessionPayment.Failed, _ =>
                SessionPayment.Unpaid },
            new Money(Total, Some.Euro), order.Id.Value, session.Attempt, order.Id.Value, false, payment, payment is null ? null
                : $"ch_{session.Attempt}",
            null, null, null, payment is not null && Back(payment) > 0, payment == "pi_1" && Dispute is not null));
    }

    private static RefundSnapshot Shown(RefundAt refund) => new(refund.Id, refund.Status, Some.Eur(refund.Amount), refund.Payment,
        null, refund.Ours, null);

    private static DisputeSnapshot Shown(DisputeStatus status) => new("dp_1", status, Some.Eur(Total), "pi_1", "ch_1", $"{status}");
}
