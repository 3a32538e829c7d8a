namespace CommerceBot.Orders;

/// <summary>The answer to every change of a cart that is asked for.</summary>
public abstract record CartChange
{
    private CartChange()
    {
    }

    /// <summary>Something is different now: the caller saves this cart.</summary>
    public sealed record Changed(Cart Cart) : CartChange;

    /// <summary>It was so before: nothing to save.</summary>
    public sealed record Unchanged(Cart Cart) : CartChange;

    /// <summary>A rule forbids it: the cart stays as it is.</summary>
    public sealed record Refused(CartRefusal Reason) : CartChange;
}

/// <summary>Why a cart was not changed.</summary>
public enum CartRefusal
{
    /// <summary>Fewer than one or more than <see cref="Cart.MostPerLine"/> pieces of one thing.</summary>
    QuantityOutOfRange,

    /// <summary>More than <see cref="Cart.MostLines"/> different things.</summary>
    TooManyLines,

    /// <summary>No line of that variant is there to change.</summary>
    NotInCart,
}
