using System.Text.Json.Serialization;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Something about the money of an order that the merchant must know, or must act on.</summary>
/// <param name="Amount">For a person, such as <c>44.70 EUR</c>.</param>
/// <param name="Reference">The gateway's id of the payment, refund or dispute.</param>
/// <param name="Due">Until when the merchant may answer; null when nothing is due.</param>
/// <param name="Status">The gateway's own word for how it stands; null where that says nothing more.</param>
public sealed record MerchantAlert(AlertKind Kind, OrderId Order, OrderNumber Number, string Amount, string Reference,
    DateTimeOffset? Due = null, string? Status = null);

/// <summary>What happened, and with it whether the merchant has something to do.</summary>
public enum AlertKind
{
    /// <summary>Money came that pays nothing; it is being given back. Nothing to do.</summary>
    [JsonStringEnumMemberName("MoneyGivenBack")]
    AutomaticRefund,

    /// <summary>A refund came to nothing: give the money back in another way, or try again.</summary>
    RefundStuck,

    /// <summary>A refund was made in the gateway's dashboard. Nothing to do.</summary>
    RefundFound,

    /// <summary>The bank asks the money back: do not ship, and answer in the gateway's dashboard.</summary>
    Disputed,

    /// <summary>The dispute is over and the money stays.</summary>
    DisputeWon,

    /// <summary>The dispute is lost and the money is gone; where an appeal is possible, the gateway says so.</summary>
    DisputeLost,

    /// <summary>The time to answer a dispute is nearly over.</summary>
    EvidenceDue,

    /// <summary>The gateway showed a status that this version does not know: look in its dashboard.</summary>
    StatusUnknown,
}
