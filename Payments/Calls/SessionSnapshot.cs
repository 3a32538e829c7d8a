using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>A checkout session as the gateway showed it once, in our words.</summary>
/// <param name="Amount">What the session asks or took, in all.</param>
/// <param name="OrderId">The order named in its metadata; null when there is none.</param>
/// <param name="Attempt">The attempt named in its metadata; null when there is none.</param>
/// <param name="PaymentId">The gateway's id of the payment; null until the shopper pays.</param>
/// <param name="HasRefunds">Whether some of it went back already.</param>
/// <param name="IsDisputed">Whether the bank asks it back.</param>
/// <param name="UnknownStatus">The gateway's words, when one of them did not exist when this was written; null when all are known.</param>
/// <param name="Card">For the receipt; null for other methods.</param>
public sealed record SessionSnapshot(
    string Id,
    SessionStatus Status,
    SessionPayment Payment,
    Money Amount,
    string? OrderId,
    int? Attempt,
    string? ClientReference,
    bool Live,
    [property: JsonPropertyName("paymentIntent")] string? PaymentId,
    string? Charge,
    CardSeen? Card,
    string? Email,
    DateTimeOffset? ExpiresAt,
    bool HasRefunds = false,
    bool IsDisputed = false,
    string? UnknownStatus = null);

/// <param name="Brand">In small letters, such as visa.</param>
public sealed record CardSeen(string Brand, string Last4);

/// <summary>Whether a session can still be paid.</summary>
public enum SessionStatus
{
    /// <summary>A word that did not exist when this was written: nothing is concluded from it.</summary>
    Unknown,

    /// <summary>The page can be paid.</summary>
    Open,

    /// <summary>The shopper has done their part; whether the money is there says <see cref="SessionPayment"/>.</summary>
    Complete,

    /// <summary>Closed unpaid, by time or by us.</summary>
    Expired,
}

/// <summary>Whether a session's money is there.</summary>
public enum SessionPayment
{
    /// <summary>A word that did not exist when this was written: nothing is concluded from it.</summary>
    Unknown,

    /// <summary>No money yet; with a complete session, a bank is still at it.</summary>
    Unpaid,

    /// <summary>The money is there.</summary>
    Paid,

    /// <summary>Nothing was to pay.</summary>
    NotRequired,

    /// <summary>A delayed payment was tried and came to nothing.</summary>
    Failed,
}
