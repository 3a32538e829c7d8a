namespace CommerceBot.Orders;

/// <summary>The answer to every wish about a cart.</summary>
public abstract record CartChange
{
    private CartChange()
    {
    }

    public sealed record Changed(Cart Cart) : CartChange;

    public sealed record Unchanged(Cart Cart) : CartChange;

    public sealed record Refused(CartRefusal Reason) : CartChange;
}

public enum CartRefusal
{
    /// <summary>Fewer than one or more than <see cref="Cart.MostPerLine"/> pieces of one thing.</summary>
    QuantityOutOfRange,

    /// <summary>More than <see cref="Cart.MostLines"/> different things.</summary>
    TooManyLines,

    NotInCart,
}
