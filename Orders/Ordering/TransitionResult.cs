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

    /// <summary>Not done, and nothing changed. <paramref name="Detail"/> is one sentence for the merchant.</summary>
    public sealed record Refused(TransitionRefusal Reason, string Detail) : TransitionResult;
}

/// <summary>Why an order does not do what was asked of it.</summary>
public enum TransitionRefusal
{
    /// <summary>The order is not where this step starts.</summary>
    WrongState,

    /// <summary>It is paid: it needs a refund, not a cancellation.</summary>
    NeedsRefund,

    /// <summary>The bank asks the money back: nothing ships.</summary>
    Disputed,

    /// <summary>More pieces than there are, or none.</summary>
    WrongPieces,

    /// <summary>What was typed cannot be right.</summary>
    WrongEntry,

    /// <summary>No money is here that could go back.</summary>
    NothingLeft,

    /// <summary>More than is left, or nothing, or pieces that are not there.</summary>
    WrongAmount,

    /// <summary>More than who asks may give back.</summary>
    OverLimit,
}
