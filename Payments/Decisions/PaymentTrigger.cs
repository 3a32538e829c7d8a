using CommerceBot.Catalog;

namespace CommerceBot.Payments;

/// <summary>What is asked or told about an order's money.</summary>
public abstract record PaymentTrigger
{
    private PaymentTrigger()
    {
    }

    /// <summary>The order was just made: the first page to pay on is asked for.</summary>
    public sealed record OrderPlaced : PaymentTrigger;

    /// <summary>The shopper wants the page to pay on.</summary>
    public sealed record PayRequested : PaymentTrigger;

    /// <summary>"I paid": only the gateway knows.</summary>
    public sealed record StatusRequested : PaymentTrigger;

    /// <param name="Limit">See <see cref="RefundRequested"/>: cancelling what is paid gives its money back.</param>
    /// <param name="WithRefund">Whether a shopper wants it cancelled although it is paid, knowing what comes back.</param>
    public sealed record CancelRequested(CancelledBy By, Money? Limit = null, bool WithRefund = false) : PaymentTrigger;

    /// <summary>The shopper left the page of this attempt by its way back, without paying.</summary>
    public sealed record CheckoutLeft(int Attempt) : PaymentTrigger;

    /// <param name="Restock">Whether the pieces that are given up are for sale again; those of an order that is cancelled
    /// always are.</param>
    /// <param name="Limit">The most that merchants may give back of the order, earlier refunds of theirs counted, at the request of who
    /// asks; null for any amount.</param>
    public sealed record RefundRequested(RefundRequest Request, bool Restock, Money? Limit = null) : PaymentTrigger;

    /// <summary>An operator wants a dead call tried again.</summary>
    /// <param name="Key">Of the call.</param>
    public sealed record ReplayRequested(string Key) : PaymentTrigger;

    /// <summary>A timer fell due, or somebody says that something changed.</summary>
    public sealed record LookDue(PaymentLook Look) : PaymentTrigger;

    /// <summary>The gateway answered a call.</summary>
    public sealed record Answered(PaymentAnswer Answer) : PaymentTrigger;
}

/// <summary>Who wants an order cancelled: it decides whether paid money goes back with it, and whose words the shopper reads.</summary>
public enum CancelledBy
{
    /// <summary>By a button or a sentence in the chat.</summary>
    Shopper,

    /// <summary>By the desk or the command line.</summary>
    Merchant,
}
