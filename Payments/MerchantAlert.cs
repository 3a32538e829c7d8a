using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Something about the money of an order that the merchant must know, or must act on.</summary>
/// <param name="Amount">For a person, such as <c>44.70 EUR</c>.</param>
/// <param name="Reference">Stripe's id of the payment, refund or dispute.</param>
public sealed record MerchantAlert(AlertKind Kind, OrderId Order, OrderNumber Number, string Amount, string Reference);

public enum AlertKind
{
    /// <summary>Money came that pays nothing; it is being given back. Nothing to do.</summary>
    MoneyGivenBack,

    /// <summary>A refund came to nothing: give the money back in another way, or try again.</summary>
    RefundStuck,

    /// <summary>A refund was made in Stripe's dashboard. Nothing to do.</summary>
    RefundFound,

    /// <summary>The bank asks the money back: do not ship, and answer in Stripe's dashboard.</summary>
    Disputed,

    /// <summary>The dispute is over and the money stays.</summary>
    DisputeWon,

    /// <summary>The dispute is over and the money is gone.</summary>
    DisputeLost,
}
