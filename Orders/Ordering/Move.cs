namespace CommerceBot.Orders;

/// <summary>The answer to every fact and command about an order.</summary>
public abstract record Move
{
    private Move()
    {
    }

    /// <summary>The order as it is now; the caller saves it.</summary>
    public sealed record Accepted(Order Order) : Move;

    /// <summary>It was so before: nothing to save, nothing to tell twice.</summary>
    public sealed record AlreadySo(Order Order) : Move;

    public sealed record Refused(MoveRefusal Reason, string Detail) : Move;
}

public enum MoveRefusal
{
    /// <summary>The order is not where this step starts.</summary>
    WrongState,

    /// <summary>It is paid: it needs a refund, not a cancellation.</summary>
    NeedsRefund,

    /// <summary>The bank asks the money back: nothing ships.</summary>
    Disputed,
}
