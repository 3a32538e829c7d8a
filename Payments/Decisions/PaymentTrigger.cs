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

    public sealed record CancelRequested(CancelledBy By) : PaymentTrigger;

    /// <summary>The shopper left the page of this attempt by its way back, without paying.</summary>
    public sealed record CheckoutLeft(int Attempt) : PaymentTrigger;

    /// <param name="Restock">Whether the pieces that are given up are for sale again; those of an order that is cancelled
    /// always are.</param>
    public sealed record RefundRequested(RefundRequest Request, bool Restock) : PaymentTrigger;

    /// <summary>An operator wants a dead call tried again.</summary>
    /// <param name="Key">Of the call.</param>
    public sealed record ReplayRequested(string Key) : PaymentTrigger;

    /// <summary>A timer fell due, or somebody says that something changed.</summary>
    public sealed record LookDue(PaymentLook Look) : PaymentTrigger;

    public sealed record Answered(PaymentAnswer Answer) : PaymentTrigger;
}

public enum CancelledBy
{
    Shopper,
    Merchant,
}
