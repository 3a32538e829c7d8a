using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>A payment as the gateway showed it once: only what the bank said to the last try.</summary>
/// <param name="Decline">Null when the last try was not refused.</param>
/// <param name="UnknownStatus">The gateway's word for its status, when it did not exist when this was written.</param>
public sealed record PaymentSnapshot(string Id, DeclineSeen? Decline, string? UnknownStatus = null);

/// <param name="Reference">Tells one refusal from another: the charge, or the payment when none was made.</param>
public sealed record DeclineSeen(string Reference, DeclineReason Reason);

public enum DeclineReason
{
    /// <summary>The bank gives no reason that helps.</summary>
    Other,
    InsufficientFunds,
    ExpiredCard,
    WrongDetails,

    /// <summary>The shopper did not confirm the payment with their bank (3-D Secure).</summary>
    NotConfirmed,
}

/// <summary>A refund as the gateway showed it once.</summary>
/// <param name="Ours">Our id, from its metadata; null when it was made in the gateway's dashboard.</param>
/// <param name="Failure">The gateway's word for why it came to nothing.</param>
/// <param name="Word">The gateway's own word for its status.</param>
public sealed record RefundSnapshot(string Id, RefundStatus Status, Money Amount, string? Payment, string? Charge, string? Ours,
    string? Failure, string? Word = null);

public enum RefundStatus
{
    /// <summary>A word that did not exist when this was written: the gateway has it, and nothing more is concluded.</summary>
    Unknown,
    Pending,

    /// <summary>The gateway waits for the shopper's bank details.</summary>
    RequiresAction,
    Succeeded,
    Failed,
    Canceled,
}

/// <summary>A dispute (chargeback), inquiry or appeal as the gateway showed it once.</summary>
/// <param name="Word">The gateway's own word for its status.</param>
/// <param name="EvidenceDueBy">Until when the merchant may answer.</param>
public sealed record DisputeSnapshot(
    string Id,
    DisputeStatus Status,
    Money Amount,
    string? Payment,
    string? Charge,
    string? Word = null,
    DateTimeOffset? EvidenceDueBy = null);

public enum DisputeStatus
{
    /// <summary>Not decided, and the merchant has done their part, if there was one.</summary>
    [JsonStringEnumMemberName("Open")]
    UnderReview,

    /// <summary>The money stays, or is back.</summary>
    Won,
    Lost,

    /// <summary>Not decided, and the merchant may answer: an inquiry, a chargeback, or an appeal after a loss.</summary>
    NeedsResponse,

    /// <summary>
    /// A word that did not exist when this was written: there is a dispute, and how it stands nobody concludes. Nothing
    /// ships.
    /// </summary>
    Unknown,
}
