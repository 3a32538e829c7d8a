using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>A payment as the gateway showed it once: only what the bank said to the last try.</summary>
/// <param name="Decline">Null when the last try was not refused.</param>
/// <param name="UnknownStatus">The gateway's word for its status, when it did not exist when this was written.</param>
public sealed record PaymentSnapshot(string Id, DeclineSeen? Decline, string? UnknownStatus = null);

/// <param name="Reference">Tells one refusal from another: the charge, or the payment when none was made.</param>
public sealed record DeclineSeen(string Reference, DeclineReason Reason);

/// <summary>Why a bank refused a try to pay, as far as a shopper can do something about it.</summary>
public enum DeclineReason
{
    /// <summary>The bank gives no reason that helps.</summary>
    Other,

    /// <summary>Not enough money, or a limit of the card is reached.</summary>
    InsufficientFunds,

    /// <summary>The card is no longer valid.</summary>
    ExpiredCard,

    /// <summary>A number, date or security code that was typed wrong.</summary>
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

/// <summary>How far the gateway says a refund has come.</summary>
public enum RefundStatus
{
    /// <summary>A word that did not exist when this was written: the gateway has it, and nothing more is concluded.</summary>
    Unknown,

    /// <summary>Taken on, and not done yet.</summary>
    Pending,

    /// <summary>The gateway waits for the shopper's bank details.</summary>
    RequiresAction,

    /// <summary>Done, as far as the gateway knows; a bank may still send it back.</summary>
    Succeeded,

    /// <summary>It came to nothing: the money is still here.</summary>
    Failed,

    /// <summary>Called back before it was done: the money is still here.</summary>
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

/// <summary>How the gateway says a dispute stands.</summary>
public enum DisputeStatus
{
    /// <summary>Not decided, and the merchant has done their part, if there was one.</summary>
    [JsonStringEnumMemberName("Open")]
    UnderReview,

    /// <summary>The money stays, or is back.</summary>
    Won,

    /// <summary>The money is gone.</summary>
    Lost,

    /// <summary>Not decided, and the merchant may answer: an inquiry, a chargeback, or an appeal after a loss.</summary>
    NeedsResponse,

    /// <summary>
    /// A word that did not exist when this was written: there is a dispute, and how it stands nobody concludes. Nothing
    /// ships.
    /// </summary>
    Unknown,
}
