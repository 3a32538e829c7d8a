using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>A payment intent as Stripe showed it once: only what the bank said to the last try.</summary>
/// <param name="Decline">Null when the last try was not refused.</param>
public sealed record PaymentSnapshot(string Id, DeclineSeen? Decline);

/// <param name="Reference">Tells one refusal from another: the charge, or the payment intent when none was made.</param>
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

/// <summary>A refund as Stripe showed it once.</summary>
/// <param name="Ours">Our id, from its metadata; null when it was made in Stripe's dashboard.</param>
/// <param name="Failure">Stripe's word for why it came to nothing.</param>
public sealed record RefundSnapshot(string Id, RefundStatus Status, Money Amount, string? Payment, string? Charge, string? Ours, string? Failure);

public enum RefundStatus
{
    /// <summary>A word that did not exist when this was written: Stripe has it, and nothing more is concluded.</summary>
    Unknown,
    Pending,

    /// <summary>Stripe waits for the shopper's bank details.</summary>
    RequiresAction,
    Succeeded,
    Failed,
    Canceled,
}

/// <summary>A dispute (chargeback) or inquiry as Stripe showed it once.</summary>
public sealed record DisputeSnapshot(string Id, DisputeStatus Status, Money Amount, string? Payment, string? Charge);

public enum DisputeStatus
{
    /// <summary>Not decided, inquiries and words that did not exist when this was written included: nothing ships meanwhile.</summary>
    Open,

    /// <summary>The money stays, or is back.</summary>
    Won,
    Lost,
}
