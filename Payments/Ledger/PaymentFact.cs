using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>One checkout session asked for. What became of it is told by the facts.</summary>
/// <param name="SessionId">Null until Stripe answered.</param>
public sealed record PaymentAttempt(int Number, DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt, string? SessionId, Uri? Url);

/// <summary>One thing that happened to the money.</summary>
/// <param name="Reference">Stripe's id of the thing; with the kind it tells one fact from another.</param>
/// <param name="Amount">What moved; null where nothing did.</param>
public sealed record PaymentFact(
    PaymentFactKind Kind,
    string Reference,
    int? Attempt,
    Money? Amount,
    DateTimeOffset At,
    string? Charge,
    CardSeen? Card);

public enum PaymentFactKind
{
    Requested,
    Opened,
    Processing,
    Succeeded,
    Failed,
    Expired,

    /// <summary>The attempt came to nothing before there was a session.</summary>
    Abandoned,

    /// <summary>Money came that is not what was agreed: it pays nothing and is owed back.</summary>
    Mispaid,
    RefundRequested,
    Refunded,
    RefundFailed,
    Disputed,
    DisputeWon,
    DisputeLost,
}

public enum PaymentState
{
    None,
    Requested,
    Processing,
    Paid,
    PartlyRefunded,
    Refunded,
    Failed,
    Disputed,
}
