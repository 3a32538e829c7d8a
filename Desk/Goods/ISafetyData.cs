using CommerceBot.Catalog;

namespace CommerceBot.Desk.Goods;

/// <summary>
/// Maker and safety data of products, as an offer must name them (Regulation (EU) 2023/988, art. 19): what the feed says, and what the
/// merchant says in its place. What is changed is audited in the same transaction.
/// </summary>
internal interface ISafetyData
{
    /// <summary>Of a variant's product; null when there is no such variant.</summary>
    Task<SafetySources?> FindAsync(Sku sku, CancellationToken cancellationToken);

    /// <summary>
    /// What the merchant says from now on, in all, whatever feeds come: a field that is empty leaves the feed's word. False when it
    /// says that already.
    /// </summary>
    /// <param name="own">Checked by <see cref="SafetyRules"/>.</param>
    Task<bool> TrySetAsync(Sku sku, SafetySheet own, string by, CancellationToken cancellationToken);

    /// <summary>Takes back all that the merchant said, so that the feed's word holds. False when there was nothing.</summary>
    Task<bool> TryForgetAsync(Sku sku, string by, CancellationToken cancellationToken);
}

/// <param name="Feed">What the feed says; empty where it says nothing.</param>
/// <param name="Own">What the merchant says, which goes before it field by field.</param>
internal sealed record SafetySources(SafetySheet Feed, SafetySheet Own)
{
    /// <summary>What a shopper of that language reads, by the same order as the catalogue's.</summary>
    public ProductSafety ReadIn(Language language) => Own.In(language).Or(Feed.In(language));
}

/// <summary>What one of the two says.</summary>
/// <param name="InAny">For shoppers of every language.</param>
/// <param name="Warnings">In one language each, which there go before those for all.</param>
internal sealed record SafetySheet(ProductSafety InAny, IReadOnlyDictionary<Language, string> Warnings)
{
    public static SafetySheet None { get; } = new(ProductSafety.None, new Dictionary<Language, string>());

    public bool IsEmpty => InAny.IsEmpty && Warnings.Values.All(text => text.Length == 0);

    public string WarningsIn(Language language) => Warnings.GetValueOrDefault(language, "");

    public ProductSafety In(Language language) =>
        new ProductSafety(SafetyContact.None, SafetyContact.None, WarningsIn(language)).Or(InAny);

    /// <summary>Whether both say the same; an empty text and none are one.</summary>
    public bool Says(SafetySheet other) => InAny == other.InAny
        && Warnings.Keys.Union(other.Warnings.Keys).All(language => WarningsIn(language) == other.WarningsIn(language));
}
