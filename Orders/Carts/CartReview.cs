using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What became of a cart since the shopper last looked, and the cart as it can be bought now.</summary>
/// <param name="Notices">What to tell; empty when all is as the shopper saw it.</param>
/// <param name="Cart">Prices and titles of now; lines cut to what is left; what is gone or sold out is out.</param>
public sealed record CartReview(IReadOnlyList<CartNotice> Notices, Cart Cart)
{
    /// <summary>Compares a cart with the catalogue as it is at <paramref name="now"/>.</summary>
    /// <param name="found">The products that the lines' variants belong to; one that is missing is no longer sold.</param>
    public static CartReview Of(Cart cart, IReadOnlyDictionary<Sku, Product> found, DateTimeOffset now)
    {
        var notices = new List<CartNotice>();
        var lines = new List<CartLine>();
        foreach (var line in cart.Lines)
            if (Look(line, found, now, notices) is { } kept)
                lines.Add(kept);
        return new CartReview(notices, lines.SequenceEqual(cart.Lines) ? cart : cart with { Lines = lines });
    }

    private static CartLine? Look(CartLine line, IReadOnlyDictionary<Sku, Product> found, DateTimeOffset now, List<CartNotice> notices)
    {
        var product = found.GetValueOrDefault(line.Sku);
        if (product?.Variants.FirstOrDefault(variant => variant.Sku == line.Sku) is not { } variant)
            return Lost(CartNoticeKind.Gone);
        if (variant.Available <= 0)
            return Lost(CartNoticeKind.SoldOut);

        var price = variant.PriceAt(now);
        var kept = Math.Min(line.Quantity, variant.Available);
        if (price != line.PriceSeen)
            notices.Add(new CartNotice(line.Sku, product.Title, CartNoticeKind.PriceChanged, line.PriceSeen, price, line.Quantity, kept));
        if (kept < line.Quantity)
            notices.Add(new CartNotice(line.Sku, product.Title, CartNoticeKind.FewerLeft, line.PriceSeen, price, line.Quantity, kept));
        return new CartLine(line.Sku, kept, price, product.Title);

        CartLine? Lost(CartNoticeKind kind)
        {
            notices.Add(new CartNotice(line.Sku, product?.Title ?? line.TitleSeen, kind, line.PriceSeen, line.PriceSeen, line.Quantity, 0));
            return null;
        }
    }
}

/// <summary>One thing to tell the shopper about a line of the cart.</summary>
public sealed record CartNotice(Sku Sku, string Title, CartNoticeKind Kind, Money PriceBefore, Money PriceNow, int Wanted, int Left);

/// <summary>What became of a line since the shopper saw it.</summary>
public enum CartNoticeKind
{
    /// <summary>It costs something else now; the new price is in the cart.</summary>
    PriceChanged,

    /// <summary>Fewer pieces are left than were in the cart; the line is cut to them.</summary>
    FewerLeft,

    /// <summary>No piece is left; the line is out.</summary>
    SoldOut,

    /// <summary>The merchant no longer sells it.</summary>
    Gone,
}
