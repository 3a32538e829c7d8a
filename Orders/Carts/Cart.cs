using System.Text.Json.Serialization;
using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What a shopper means to buy. Prices and titles are those last seen; what is charged comes from the catalogue.</summary>
/// <param name="Version">Set by the store; 0 is a cart that was never kept.</param>
public sealed record Cart(ShopperId Shopper, IReadOnlyList<CartLine> Lines, long Version)
{
    /// <summary>Pieces of one variant, at most.</summary>
    public const int MostPerLine = 99;

    /// <summary>Different variants, at most.</summary>
    public const int MostLines = 50;

    /// <summary>A cart with nothing in it that was never kept.</summary>
    public static Cart Empty(ShopperId shopper) => new(shopper, [], 0);

    /// <summary>Whether there is nothing to buy.</summary>
    [JsonIgnore]
    public bool IsEmpty => Lines.Count == 0;

    /// <summary>All pieces of all lines.</summary>
    [JsonIgnore]
    public int Pieces => Lines.Sum(line => line.Quantity);

    /// <summary>The line of a variant; null when it is not in the cart.</summary>
    public CartLine? Find(Sku sku) => Lines.FirstOrDefault(line => line.Sku == sku);

    /// <summary>Puts pieces in, on top of those already there.</summary>
    public CartChange Add(Sku sku, int quantity, Money price, string title)
    {
        if (quantity is < 1 or > MostPerLine)
            return new CartChange.Refused(CartRefusal.QuantityOutOfRange);
        if (Find(sku) is not { } line)
            return Lines.Count >= MostLines
                ? new CartChange.Refused(CartRefusal.TooManyLines)
                : new CartChange.Changed(this with { Lines = [.. Lines, new CartLine(sku, quantity, price, title)] });
        return line.Quantity + quantity > MostPerLine
            ? new CartChange.Refused(CartRefusal.QuantityOutOfRange)
            : Put(line with { Quantity = line.Quantity + quantity, PriceSeen = price, TitleSeen = title });
    }

    /// <summary>Makes a line hold exactly so many pieces; 0 takes it out.</summary>
    public CartChange SetQuantity(Sku sku, int quantity)
    {
        if (quantity is < 0 or > MostPerLine)
            return new CartChange.Refused(CartRefusal.QuantityOutOfRange);
        if (quantity == 0)
            return Remove(sku);
        return Find(sku) is { } line
            ? Put(line with { Quantity = quantity })
            : new CartChange.Refused(CartRefusal.NotInCart);
    }

    /// <summary>Takes a line out; one that is not there stays out.</summary>
    public CartChange Remove(Sku sku) => Find(sku) is null
        ? new CartChange.Unchanged(this)
        : new CartChange.Changed(this with { Lines = [.. Lines.Where(line => line.Sku != sku)] });

    /// <summary>Takes out every line.</summary>
    public CartChange Clear() => IsEmpty
        ? new CartChange.Unchanged(this)
        : new CartChange.Changed(this with { Lines = [] });

    private CartChange Put(CartLine changed) => Find(changed.Sku) == changed
        ? new CartChange.Unchanged(this)
        : new CartChange.Changed(this with { Lines = [.. Lines.Select(line => line.Sku == changed.Sku ? changed : line)] });
}

/// <summary>Some pieces of one variant, with the price and title that the shopper last saw.</summary>
public sealed record CartLine(Sku Sku, int Quantity, Money PriceSeen, string TitleSeen)
{
    /// <summary>All pieces at the price last seen; what is charged is computed anew.</summary>
    [JsonIgnore]
    public Money Total => PriceSeen * Quantity;
}
