namespace CommerceBot.Orders;

/// <summary>The answer to every fact and command about an order.</summary>
public abstract record TransitionResult
{
    private TransitionResult()
    {
    }

    /// <summary>The order as it is now; the caller saves it.</summary>
    public sealed record Accepted(Order Order) : TransitionResult;

    /// <summary>It was so before: nothing to save, nothing to tell twice.</summary>
    public sealed record AlreadySo(Order Order) : TransitionResult;

    public sealed record Refused(TransitionRefusal Reason, string Detail) : TransitionResult;
}

public enum TransitionRefusal
{
    /// <summary>The order is not where this step starts.</summary>
    WrongState,

    /// <summary>It is paid: it needs a refund, not a cancellation.</summary>
    NeedsRefund,

    /// <summary>The bank asks the money back: nothing ships.</summary>
    Disputed,
}
