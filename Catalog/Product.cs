namespace CommerceBot.Catalog;

/// <summary>A thing on sale, in one language, with the variants a shopper can choose among (one at least).</summary>
public sealed record Product(
    ProductId Id,
    string Title,
    string Description,
    string Brand,
    CategoryId Category,
    Uri? Image,
    Uri? Link,
    IReadOnlyList<Variant> Variants);

/// <summary>One buyable row: its price now, and the choices (size, colour, ...) that tell it from its siblings.</summary>
/// <param name="Sku">The feed's id.</param>
/// <param name="Options">Choices by axis, such as <c>size</c> to <c>M</c>; empty for a product with one variant.</param>
/// <param name="Price">The ordinary price, VAT included.</param>
/// <param name="Sale">The reduced price and when it holds, or null.</param>
/// <param name="Available">Pieces that can be sold now: on hand less allocated less live reservations, never below zero.</param>
/// <param name="Image">The variant's own picture, or the product's.</param>
public sealed record Variant(
    Sku Sku,
    IReadOnlyDictionary<string, string> Options,
    Money Price,
    Sale? Sale,
    int Available,
    Uri? Image)
{
    /// <summary>What it costs at <paramref name="now"/>: the sale price while the sale holds.</summary>
    public Money PriceAt(DateTimeOffset now) => Sale is { } sale && sale.HoldsAt(now) ? sale.Price : Price;
}

/// <summary>A reduced price; open ends hold for ever.</summary>
public sealed record Sale(Money Price, DateTimeOffset? From, DateTimeOffset? To)
{
    public bool HoldsAt(DateTimeOffset now) => (From is null || From <= now) && (To is null || now < To);
}

public sealed record Category(CategoryId Id, string Title, int Products, Uri? Image);

/// <summary>One page of a longer list. <paramref name="Total"/> counts all of it.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Number, int Total, bool HasMore);
