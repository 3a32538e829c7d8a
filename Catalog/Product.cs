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
    IReadOnlyList<Variant> Variants)
{
    /// <summary>What the merchant says about all of its variants: material, measures, care, ingredients, in the feed's order.</summary>
    public IReadOnlyList<ProductFact> Facts { get; init; } = [];

    /// <summary>Who answers for its safety; read where one product alone is, and none in lists.</summary>
    public ProductSafety Safety { get; init; } = ProductSafety.None;

    /// <summary>Which of the shop's rates of VAT it has.</summary>
    public VatClass VatClass { get; init; } = VatClass.Standard;
}

/// <summary>One thing that the merchant says, as it will be read: <c>Ingredients</c>, <c>durum wheat, water</c>.</summary>
/// <param name="Name">As the feed names it; a column of Meta's own in small letters (<c>material</c>, <c>size</c>); empty for a
/// sentence.</param>
public sealed record ProductFact(string Name, string Value);

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
    /// <summary>What the merchant says about this variant and not about all: a flavour's ingredients.</summary>
    public IReadOnlyList<ProductFact> Facts { get; init; } = [];

    /// <summary>The lowest price of the thirty days before its sale began; null where there is no sale, or nobody knows.</summary>
    public Money? Prior { get; init; }

    /// <summary>The old price that may stand beside a reduced one (Directive 98/6/EC, art. 6a); null where none may.</summary>
    public Money? ReducedFrom(DateTimeOffset now) =>
        Sale is { } sale && sale.HoldsAt(now) && Prior is { } prior && prior > sale.Price ? prior : null;

    /// <summary>What it costs at <paramref name="now"/>: the sale price while the sale holds.</summary>
    public Money PriceAt(DateTimeOffset now) => Sale is { } sale && sale.HoldsAt(now) ? sale.Price : Price;
}

/// <summary>A reduced price; open ends hold for ever.</summary>
public sealed record Sale(Money Price, DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Whether it holds at that moment: from <see cref="From"/> on, and no longer at <see cref="To"/>.</summary>
    public bool HoldsAt(DateTimeOffset now) => (From is null || From <= now) && (To is null || now < To);
}

/// <param name="Title">In the language that was asked for.</param>
/// <param name="Products">How many are in it.</param>
/// <param name="Image">A picture of one of its products; null when none has one.</param>
public sealed record Category(CategoryId Id, string Title, int Products, Uri? Image);

/// <summary>One page of a longer list. <paramref name="Total"/> counts all of it.</summary>
public sealed record ResultPage<T>(IReadOnlyList<T> Items, int Number, int Total, bool HasMore);
