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
    bool Hidden);

/// <summary>A row of Meta's language feed: the texts of a variant and its product in another language; empty means unchanged.</summary>
internal sealed record FeedText(
    long Line,
    Sku Sku,
    Language Language,
    string Title,
    string Description,
    FeedCategory? Category,
    IReadOnlyDictionary<string, string> Choices);
