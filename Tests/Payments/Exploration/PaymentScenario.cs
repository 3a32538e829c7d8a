using System.Collections.Immutable;
using System.Globalization;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>One moment of one order's money: our side, the gateway's side, and what is on its way between them.</summary>
internal sealed record PaymentScenario
{
    private static readonly int[] Minutes = [0, 26, 62, 140];

    public required Order Order { get; init; }

    public required PaymentLedger Ledger { get; init; }

    /// <summary>Whether the goods are set aside.</summary>
    public bool Held { get; init; }

    /// <summary>Whether the goods are sold to the order.</summary>
    public bool Sold { get; init; }

    /// <summary>Calls of the outbox, in order.</summary>
    public ImmutableList<PaymentCall> Calls { get; init; } = [];

    /// <summary>Answers of the inbox, in order.</summary>
    public ImmutableList<PaymentAnswer> Inbox { get; init; } = [];

    /// <summary>An answer whose turn failed three times: a dead letter, which may be replayed at any time.</summary>
    public PaymentAnswer? DeadAnswer { get; init; }

    /// <summary>Keys of calls that were given up: dead letters, which an operator may replay.</summary>
    public ImmutableSortedSet<string> DeadCalls { get; init; } = [];

    public required Gateway Gateway { get; init; }

    /// <summary>What the shopper has been told, ever.</summary>
    public ImmutableSortedSet<NoticeKind> Told { get; init; } = [];

    /// <summary>What the merchant has been told, ever.</summary>
    public ImmutableSortedSet<AlertKind> Alarmed { get; init; } = [];

    /// <summary>What was to be given back, in minor units.</summary>
    public long Meant { get; init; }

    public int Phase { get; init; }

    /// <summary>Moments that must be told apart: a doubt, a turn of a dispute.</summary>
    public int Tick { get; init; }

    /// <summary>How often each thing was done that a scene allows so many times.</summary>
    public ImmutableSortedDictionary<string, int> Done { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public DateTimeOffset Now => Some.Noon.AddMinutes(Minutes[Phase]).AddSeconds(Tick);

    public static int LastPhase => Minutes.Length - 1;

    public static PaymentScenario Waiting()
    {
        var order = Some.Order();
        return new PaymentScenario { Order = order, Ledger = PaymentLedger.Empty(order.Id), Gateway = new Gateway() };
    }

    /// <summary>An order that one session paid.</summary>
    public static PaymentScenario Paid(OrderState state = OrderState.Paid)
    {
        var order = Some.Order(state);
        var receipt = new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, order.Total, Some.Noon, "ch_1", null);
        var ledger = (LedgerChange.Accepted)PaymentLedger.Empty(order.Id).Add(receipt);
        return new PaymentScenario
        {
            Order = order, Ledger = ledger.Ledger, Sold = true, Told = [NoticeKind.Paid],
            Gateway = new Gateway { Sessions = [new SessionAt(1, SessionEnd.Paid)] },
        };
    }

    public PaymentScenario Did(string what) => this with { Done = Done.SetItem(what, TimesDone(what) + 1) };

    public int TimesDone(string what) => Done.GetValueOrDefault(what);

    /// <summary>Two worlds of one key go on alike; where nothing more is done by anybody, what was done before says nothing.</summary>
    public string Key(bool withDone = true)
    {
        var key = new System.Text.StringBuilder(512);
        key.Append(CultureInfo.InvariantCulture,
            $"{Order.State}/{(int)Order.Flags}/{Held}{Sold}/{Meant}/{Phase}/{Ledger.StatusCheck?.Again}");
        foreach (var attempt in Ledger.Attempts)
            key.Append(CultureInfo.InvariantCulture, $"|a{attempt.Number}:{attempt.SessionId}:{attempt.RequestedAt:mmss}");
        foreach (var fact in Ledger.Facts.Where(fact => !fact.IsAboutDispute).Select(KeyOf).Order(StringComparer.Ordinal))
            key.Append('|').Append(fact);
        foreach (var last in Ledger.Facts.Where(fact => fact.IsAboutDispute).GroupBy(fact => fact.Reference).Select(group => group.Last()))
            key.Append('|').Append(KeyOf(last));
        foreach (var refund in Ledger.Refunds)
            key.Append(CultureInfo.InvariantCulture, $"|r{refund.Id}:{refund.Reference}:{refund.Amount.Minor}");
        foreach (var dispute in Ledger.Disputes)
            key.Append(CultureInfo.InvariantCulture, $"|d{dispute.Status}:{Since(dispute.ReadAt)}");
        foreach (var call in Calls)
            key.Append("|c").Append(KeyOf(call));
        foreach (var answer in Inbox)
            key.Append("|i").Append(KeyOf(answer));
        if (DeadAnswer is { } dead)
            key.Append("|x").Append(KeyOf(dead));
        key.Append("|k").AppendJoin(',', DeadCalls).Append("|t").AppendJoin(',',
            Told.Select(kind => (int)kind)).Append("|m").AppendJoin(',', Alarmed.Select(kind => (int)kind));
        if (withDone)
            key.Append("|n").AppendJoin(',', Done.Select(pair => $"{pair.Key}{pair.Value}"));
        return key.Append('|').Append(Gateway.Key()).ToString();
    }

    private string KeyOf(PaymentFact fact) => fact.Kind == PaymentFactKind.RefundUnsure
        ? $"{(int)fact.Kind}{fact.Reference}@{Since(fact.At)}"
        : $"{(int)fact.Kind}{fact.Reference}";

    /// <summary>Only which moment came before which counts.</summary>
    private static int Since(DateTimeOffset at) => (int)(at - Some.Noon).TotalSeconds;

    private static string KeyOf(PaymentCall call) => call switch
    {
        OpenSession open => open.Key,
        RefundPayment refund => refund.Key,
        ExpireSession expire => $"e{expire.SessionId}",
        ReadSession read => $"s{read.SessionId}",
        ReadRefunds read => $"r{read.Payment}",
        ReadDisputes read => $"d{read.Payment}",
        var other => other.GetType().Name,
    };

    private static string KeyOf(PaymentAnswer answer) =>
        answer switch
        {
            SessionOpened opened => $"o{opened.SessionId}",
            SessionSeen seen =>
                $"s{seen.Session.Id}{seen.Session.Status}{seen.Session.Payment}{seen.Session.HasRefunds}{seen.Session.IsDisputed}",
            RefundsSeen seen => $"r{seen.AllOf}@{Since(seen.ReadAt)}"
                + string.Concat(seen.Refunds.Select(refund => $"{refund.Id}{refund.Status}")),
            DisputesSeen seen => $"d@{Since(seen.ReadAt)}" + string.Concat(seen.Disputes.Select(dispute => dispute.Status)),
            CallFailed failed => $"f{failed.Failure}{failed.Attempt}{failed.Session}{failed.Refund}",
            var other => other.GetType().Name,
        };
}
