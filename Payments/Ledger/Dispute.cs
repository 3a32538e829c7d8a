using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>A dispute as the gateway showed it last. How it stands follows from the facts; this is what a merchant acts on.</summary>
/// <param name="Payment">The payment whose money the bank asks back.</param>
/// <param name="Word">The gateway's own word for its status.</param>
/// <param name="EvidenceDueBy">Until when the merchant may answer; null when nothing is asked.</param>
/// <param name="ReadAt">When the gateway showed it: an older answer changes nothing.</param>
/// <param name="RemindedOf">The deadline of which the merchant was reminded.</param>
public sealed record Dispute(
    string Id,
    string Payment,
    Money Amount,
    DisputeStatus Status,
    string? Word,
    DateTimeOffset? EvidenceDueBy,
    DateTimeOffset ReadAt,
    DateTimeOffset? RemindedOf);

/// <summary>"Is it paid?", asked of the gateway for the shopper, who waits.</summary>
/// <param name="Again">Whether it was asked once more since: what is on its way may be older than the payment.</param>
public sealed record StatusCheck(DateTimeOffset Since, bool Again);
