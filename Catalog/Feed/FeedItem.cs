namespace CommerceBot.Catalog.Feed;

/// <summary>A row of the main feed, checked: one variant, with the texts of its product.</summary>
internal sealed record FeedItem(
    long Line,
    Sku Sku,
    ProductId Product,
    string Title,
    string Description,
    string Brand,
    FeedCategory Category,
    Uri? Image,
    Uri? Link,
    IReadOnlyDictionary<string, string> Choices,
    Money Price,
    Sale? Sale,
    int Quantity,
    bool Hidden)
{
    /// <summary>What the merchant says about this variant, in the feed's order.</summary>
    public IReadOnlyList<ProductFact> Facts { get; init; } = [];

    /// <summary>Who answers for the product's safety, and what they warn of.</summary>
    public ProductSafety Safety { get; init; } = ProductSafety.None;

    /// <summary>Which of the shop's rates of VAT the product has; null where the row says nothing.</summary>
    public VatClass? VatClass { get; init; }

    /// <summary>The merchant's own labels (new, bestseller, summer): never shown to a shopper.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];
}

/// <summary>A row of Meta's language feed: the texts of a variant and its product in another language; empty means unchanged.</summary>
internal sealed record FeedText(
    long Line,
    Sku Sku,
    Language Language,
    string Title,
    string Description,
    FeedCategory? Category,
    IReadOnlyDictionary<string, string> Choices)
{
    public IReadOnlyList<ProductFact> Facts { get; init; } = [];

    /// <summary>Safety warnings in the language; empty where there are none.</summary>
    public string Warnings { get; init; } = "";
}
