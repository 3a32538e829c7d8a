using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>One checkout session asked for. What became of it is told by the facts.</summary>
/// <param name="SessionId">Null until the gateway answered.</param>
public sealed record PaymentAttempt(int Number, DateTimeOffset RequestedAt, DateTimeOffset ExpiresAt, string? SessionId, Uri? Url);

/// <summary>One thing that happened to the money.</summary>
/// <param name="Reference">The gateway's id of the thing; with the kind it tells one fact from another.</param>
/// <param name="Amount">What moved; null where nothing did.</param>
/// <param name="Payment">The payment that a refund or a dispute is about; money that came in is its own reference.</param>
public sealed record PaymentFact(
    PaymentFactKind Kind,
    string Reference,
    int? Attempt,
    Money? Amount,
    DateTimeOffset At,
    string? Charge,
    CardSeen? Card,
    string? Payment = null)
{
    /// <summary>Whether money came in.</summary>
    public bool IsReceipt => Kind is PaymentFactKind.Succeeded || IsOwed;

    /// <summary>Whether it is a word on a dispute, of which the last one counts.</summary>
    [JsonIgnore]
    public bool IsAboutDispute => Kind is PaymentFactKind.Disputed or PaymentFactKind.DisputeWon or PaymentFactKind.DisputeLost;

    /// <summary>Whether money came in that the shop may not keep.</summary>
    public bool IsOwed => Kind is PaymentFactKind.Surplus or PaymentFactKind.Mispaid;
}

/// <summary>
/// What can happen to the money. When each may be told, and what it leads to, stands in <see cref="PaymentTransitions.Table"/>.
/// </summary>
public enum PaymentFactKind
{
    /// <summary>A session was asked for; the reference is the call's key.</summary>
    Requested,

    /// <summary>The gateway made the session: there is a page to pay on.</summary>
    Opened,

    /// <summary>The shopper has done their part and the bank has not.</summary>
    Processing,

    /// <summary>The bank said no to one try; the page stays open for another.</summary>
    Declined,

    /// <summary>The shopper wants a new page: this one is closed first.</summary>
    Replacing,

    /// <summary>Money came that pays the order.</summary>
    Succeeded,

    /// <summary>Money came for an order that was paid, closed or sold out: it pays nothing and is owed back.</summary>
    Surplus,

    /// <summary>Money came that is not what was agreed: it pays nothing and is owed back.</summary>
    Mispaid,

    /// <summary>A delayed payment came to nothing; the attempt is over.</summary>
    Failed,

    /// <summary>The page closed unpaid; the attempt is over.</summary>
    Expired,

    /// <summary>The attempt came to nothing before there was a session.</summary>
    Abandoned,

    /// <summary>A refund was asked for; the reference is our id of it.</summary>
    RefundRequested,

    /// <summary>The call for a refund ended without a word on whether it was made: the gateway's list will tell.</summary>
    RefundUnsure,

    /// <summary>The gateway has taken it on; the bank has not.</summary>
    RefundPending,

    /// <summary>The gateway says that the refund is done.</summary>
    Refunded,

    /// <summary>It was never made, or the bank sent it back, which can be days after it was called done.</summary>
    RefundFailed,

    /// <summary>The bank asks the money back, or asks about it.</summary>
    Disputed,

    /// <summary>The dispute is over and the money stays, or is back.</summary>
    DisputeWon,

    /// <summary>The dispute is over and the money is gone.</summary>
    DisputeLost,

    /// <summary>
    /// The gateway showed a status that did not exist when this was written: reference and status, and nothing concluded.
    /// </summary>
    StatusUnknown,
}

/// <summary>How the payment of an order stands. Always computed from its ledger.</summary>
public enum PaymentState
{
    /// <summary>Nothing was asked for, or every attempt came to its end unpaid.</summary>
    None,

    /// <summary>A page can be paid, or is being made.</summary>
    Requested,

    /// <summary>The shopper has done their part and the bank has not.</summary>
    Processing,

    /// <summary>A delayed payment came to nothing, and no page is open.</summary>
    Failed,

    /// <summary>Nothing pays the order, and money is here that must go back.</summary>
    Owing,

    /// <summary>Money that pays the order is there, and none of it went back.</summary>
    Paid,

    /// <summary>A part of what came went back.</summary>
    PartlyRefunded,

    /// <summary>Nothing of what came is left.</summary>
    Refunded,

    /// <summary>A dispute about any of its money is open.</summary>
    Disputed,
}
