using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What became of a cart since the shopper last looked, and the cart as it can be bought now.</summary>
/// <param name="News">What to tell; empty when all is as the shopper saw it.</param>
/// <param name="Cart">Prices and titles of now; lines cut to what is left; what is gone or sold out is out.</param>
public sealed record CartReview(IReadOnlyList<CartNews> News, Cart Cart)
{
    /// <summary>Compares a cart with the catalogue as it is at <paramref name="now"/>.</summary>
    /// <param name="found">The products that the lines' variants belong to; one that is missing is no longer sold.</param>
    public static CartReview Of(Cart cart, IReadOnlyDictionary<Sku, Product> found, DateTimeOffset now)
    {
        var news = new List<CartNews>();
        var lines = new List<CartLine>();
        foreach (var line in cart.Lines)
            if (Look(line, found, now, news) is { } kept)
                lines.Add(kept);
        return new CartReview(news, lines.SequenceEqual(cart.Lines) ? cart : cart with { Lines = lines });
    }

    private static CartLine? Look(CartLine line, IReadOnlyDictionary<Sku, Product> found, DateTimeOffset now, List<CartNews> news)
    {
        var product = found.GetValueOrDefault(line.Sku);
        if (product?.Variants.FirstOrDefault(variant => variant.Sku == line.Sku) is not { } variant)
            return Lost(CartNewsKind.Gone);
        if (variant.Available <= 0)
            return Lost(CartNewsKind.SoldOut);

        var price = variant.PriceAt(now);
        var kept = Math.Min(line.Quantity, variant.Available);
        if (price != line.PriceSeen)
            news.Add(new CartNews(line.Sku, product.Title, CartNewsKind.PriceChanged, line.PriceSeen, price, line.Quantity, kept));
        if (kept < line.Quantity)
            news.Add(new CartNews(line.Sku, product.Title, CartNewsKind.FewerLeft, line.PriceSeen, price, line.Quantity, kept));
        return new CartLine(line.Sku, kept, price, product.Title);

        CartLine? Lost(CartNewsKind kind)
        {
            news.Add(new CartNews(line.Sku, product?.Title ?? line.TitleSeen, kind, line.PriceSeen, line.PriceSeen, line.Quantity, 0));
            return null;
        }
    }
}

/// <summary>One thing to tell the shopper about a line of the cart.</summary>
public sealed record CartNews(Sku Sku, string Title, CartNewsKind Kind, Money PriceBefore, Money PriceNow, int Wanted, int Left);

public enum CartNewsKind
{
    PriceChanged,
    FewerLeft,
    SoldOut,

    /// <summary>The merchant no longer sells it.</summary>
    Gone,
}
