using System.Text.Json.Serialization;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>What came of a call. Transient trouble is no answer: the call is made again.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(SessionOpened), "session-opened")]
[JsonDerivedType(typeof(SessionSeen), "session-seen")]
[JsonDerivedType(typeof(PaymentSeen), "payment-seen")]
[JsonDerivedType(typeof(RefundsSeen), "refunds-seen")]
[JsonDerivedType(typeof(DisputesSeen), "disputes-seen")]
[JsonDerivedType(typeof(CallFailed), "call-failed")]
public abstract record PaymentAnswer(OrderId Order);

/// <summary>The page to pay on is there.</summary>
public sealed record SessionOpened(OrderId Order, int Attempt, string SessionId, Uri Url, DateTimeOffset ExpiresAt) : PaymentAnswer(Order);

/// <summary>What the gateway says of a session now (after a read, or after an expiry).</summary>
public sealed record SessionSeen(OrderId Order, SessionSnapshot Session) : PaymentAnswer(Order);

/// <summary>What the gateway says of the last try to pay.</summary>
public sealed record PaymentSeen(OrderId Order, PaymentSnapshot Payment) : PaymentAnswer(Order);

/// <summary>What the gateway says of refunds: the one that was asked for, or all of a payment.</summary>
/// <param name="ReadAt">When: what happened later is not in it.</param>
/// <param name="AllOf">The payment of which these are all; null when it is the one just made.</param>
public sealed record RefundsSeen(OrderId Order, string? AllOf, IReadOnlyList<RefundSnapshot> Refunds, DateTimeOffset ReadAt = default)
    : PaymentAnswer(Order);

/// <summary>What the gateway says of all disputes of a payment.</summary>
/// <param name="ReadAt">When: an answer that is heard late says less than one that was read later.</param>
public sealed record DisputesSeen(OrderId Order, string Payment, IReadOnlyList<DisputeSnapshot> Disputes,
    DateTimeOffset ReadAt = default) : PaymentAnswer(Order);

/// <summary>Repeating the call cannot help.</summary>
/// <param name="Attempt">The attempt that ends with it; null when the call was not about opening one.</param>
/// <param name="Reason">For the operator: the gateway's type, code and parameter, no personal data.</param>
/// <param name="Session">The session that it was about; null when it was about none.</param>
/// <param name="Refund">Our id of the refund that it was to make; null when it was to make none.</param>
public sealed record CallFailed(
    OrderId Order, int? Attempt, CallFailure Failure, string Reason, string? Session = null, string? Refund = null) : PaymentAnswer(Order)
{
    /// <summary>The final failure of this call, with the attempt, session or refund that it was about.</summary>
    public static CallFailed Of(PaymentCall asked, CallFailure failure, string reason)
    {
        ArgumentNullException.ThrowIfNull(asked);
        return new CallFailed(
            asked.Order,
            (asked as OpenSession)?.Attempt,
            failure,
            reason,
            asked switch { ReadSession read => read.SessionId, ExpireSession expire => expire.SessionId, _ => null },
            (asked as RefundPayment)?.Refund);
    }
}

/// <summary>Why repeating a call cannot help.</summary>
public enum CallFailure
{
    /// <summary>The gateway does not accept the parameters (400): a bug or a setting of ours.</summary>
    BadRequest,

    /// <summary>The API key is wrong or may not do this (401, 403).</summary>
    NotAllowed,

    /// <summary>The gateway refused the request itself (402).</summary>
    Declined,

    /// <summary>There is no such thing (404).</summary>
    NotFound,

    /// <summary>The key was used with other parameters.</summary>
    KeyReused,

    /// <summary>The gateway keeps giving back the failure that it first gave under this key.</summary>
    KeySpent,

    /// <summary>The call was tried for too long; given by whoever carries it out.</summary>
    GaveUp,
}
