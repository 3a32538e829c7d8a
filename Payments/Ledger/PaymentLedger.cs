using System.Text.Json.Serialization;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Everything that happened to the money of one order. Facts are only ever added; what they amount to is computed.</summary>
/// <param name="Version">Set by the store; 0 was never kept.</param>
/// <param name="StatusCheck">The question "is it paid?" that the shopper waits for; null when there is none.</param>
public sealed record PaymentLedger(
    OrderId Order,
    IReadOnlyList<PaymentAttempt> Attempts,
    IReadOnlyList<PaymentFact> Facts,
    long Version,
    IReadOnlyList<Refund>? Refunds = null,
    IReadOnlyList<Dispute>? Disputes = null,
    StatusCheck? StatusCheck = null)
{
    /// <summary>In the order in which they were asked for or found; ledgers from before there were refunds have none.</summary>
    public IReadOnlyList<Refund> Refunds { get; init; } = Refunds ?? [];

    /// <summary>As the gateway showed each last.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = Disputes ?? [];

    /// <summary>The ledger of an order that nobody was asked to pay yet.</summary>
    public static PaymentLedger Empty(OrderId order) => new(order, [], [], 0);

    /// <summary>Computed at every call: see <see cref="LedgerSums.StateOf"/>.</summary>
    [JsonIgnore]
    public PaymentState State => LedgerSums.StateOf(this);

    /// <summary>The money that pays this order; null when none came.</summary>
    [JsonIgnore]
    public Money? Taken => LedgerSums.Taken(this);

    /// <summary>What of it went back, by refunds and by lost disputes; null when nothing was ever taken.</summary>
    [JsonIgnore]
    public Money? GivenBack => LedgerSums.GivenBack(this);

    /// <summary>All that went back, money that never paid the order included; null when nothing did.</summary>
    [JsonIgnore]
    public Money? WentBack => LedgerSums.WentBack(this);

    /// <summary>From 1: one above the highest that was ever asked for.</summary>
    [JsonIgnore]
    public int NextAttempt => Attempts.Count == 0 ? 1 : Attempts.Max(attempt => attempt.Number) + 1;

    /// <summary>Attempts that a shopper could still pay, or whose payment is on its way.</summary>
    [JsonIgnore]
    public IReadOnlyList<PaymentAttempt> Open => [.. Attempts.Where(attempt => !IsOver(attempt.Number))];

    /// <summary>Whether such a fact was told.</summary>
    public bool Has(PaymentFactKind kind, string reference) => Facts.Any(fact => fact.Kind == kind && fact.Reference == reference);

    /// <summary>The attempt that a session belongs to; null when it is none of this order's, or not known yet.</summary>
    public PaymentAttempt? AttemptOf(string sessionId) => Attempts.FirstOrDefault(attempt => attempt.SessionId == sessionId);

    /// <summary>Writes down that a session is asked for; the call itself is the caller's to make.</summary>
    public LedgerChange Request(OpenSession asked, DateTimeOffset now)
    {
        var attempt = new PaymentAttempt(asked.Attempt, now, asked.ExpiresAt, null, null);
        var fact = new PaymentFact(PaymentFactKind.Requested, asked.Key, asked.Attempt, asked.Total, now, null, null);
        if (asked.Order != Order)
            return new LedgerChange.Refused($"{asked.Key} is not about order {Order}.");
        if (Has(fact.Kind, fact.Reference))
            return new LedgerChange.AlreadySo(this);
        return asked.Attempt != NextAttempt
            ? new LedgerChange.Refused($"{asked.Key} is out of turn: attempt {NextAttempt} comes next.")
            : (this with { Attempts = [.. Attempts, attempt] }).Add(fact);
    }

    /// <summary>Writes down the page to pay on.</summary>
    public LedgerChange Opened(SessionOpened answer, DateTimeOffset now) =>
        Adopt(answer.Attempt, answer.SessionId, answer.Url) is { } adopted
            ? adopted.Add(new PaymentFact(PaymentFactKind.Opened, answer.SessionId, answer.Attempt, null, now, null, null))
            : new LedgerChange.Refused(
                $"Attempt {answer.Attempt} of order {Order} was never asked for, or has another session than {answer.SessionId}.");

    /// <summary>
    /// Adds a fact. The same kind and reference a second time is nothing new; of a dispute, the same as its last one is not.
    /// </summary>
    public LedgerChange Add(PaymentFact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        if (fact.IsAboutDispute ? LedgerSums.LastOf(this, fact.Reference)?.Kind == fact.Kind : Has(fact.Kind, fact.Reference))
            return new LedgerChange.AlreadySo(this);
        if (LedgerSums.Objection(this, fact) is { } objection)
            return new LedgerChange.Refused(objection);
        var told = this with { Facts = [.. Facts, fact] };
        PaymentTransitions.Follow(State, fact, told.State);
        return new LedgerChange.Accepted(told);
    }

    /// <summary>The money that came by this payment; null when the ledger knows of none.</summary>
    internal PaymentFact? ReceiptOf(string? payment) => Facts.FirstOrDefault(fact => fact.IsReceipt && fact.Reference == payment);

    /// <summary>The ledger with a refund in the place of what it was, or at the end.</summary>
    internal PaymentLedger With(Refund? before, Refund now) => before == now ? this : this with
    {
        Refunds = before is null ? [.. Refunds, now] : [.. Refunds.Select(one => one == before ? now : one)],
    };

    /// <summary>The ledger with a dispute in the place of what it was, or at the end.</summary>
    internal PaymentLedger With(Dispute? before, Dispute now) => before == now ? this : this with
    {
        Disputes = before is null ? [.. Disputes, now] : [.. Disputes.Select(one => one == before ? now : one)],
    };

    /// <summary>The ledger in which this attempt has this session; null when it cannot be.</summary>
    internal PaymentLedger? Adopt(int number, string sessionId, Uri? url)
    {
        if (Attempts.FirstOrDefault(attempt => attempt.Number == number) is not { } found || (found.SessionId ?? sessionId) != sessionId)
            return null;
        var adopted = found with { SessionId = sessionId, Url = found.Url ?? url };
        return found == adopted ? this : this with { Attempts = [.. Attempts.Select(attempt => attempt == found ? adopted : attempt)] };
    }

    private bool IsOver(int attempt) =>
        Facts.Any(fact =>
            fact.Attempt == attempt
            && fact.Kind is PaymentFactKind.Succeeded or PaymentFactKind.Surplus or PaymentFactKind.Mispaid or PaymentFactKind.Failed
                    or PaymentFactKind.Expired or PaymentFactKind.Abandoned);
}

/// <summary>The answer to every fact told to a ledger.</summary>
public abstract record LedgerChange
{
    private LedgerChange()
    {
    }

    /// <summary>Something is new: the caller saves this ledger.</summary>
    public sealed record Accepted(PaymentLedger Ledger) : LedgerChange;

    /// <summary>It was told before: nothing to save, nothing to tell twice.</summary>
    public sealed record AlreadySo(PaymentLedger Ledger) : LedgerChange;

    /// <summary>It cannot be so; nothing changed. The reason is one sentence for the operator.</summary>
    public sealed record Refused(string Reason) : LedgerChange;
}
