using CommerceBot.Catalog;

namespace CommerceBot.Desk.Goods;

/// <summary>
/// Variants as a merchant sees them, and the few things they may change beside the feed: the price, the count, when it is low, the
/// class of VAT, and whether a product is shown. What is changed is audited in the same transaction.
/// </summary>
internal interface IGoods
{
    Task<GoodsPage> ListAsync(GoodsQuery query, int page, int size, CancellationToken cancellationToken);

    /// <summary>One variant with its product; null when there is none.</summary>
    /// <param name="language">In which its title is read, where the feed has it.</param>
    Task<GoodsRow?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken);

    /// <summary>Every price it had, the oldest first.</summary>
    Task<IReadOnlyList<PricePoint>> PricesAsync(Sku sku, CancellationToken cancellationToken);

    /// <summary>
    /// Sets a price of the merchant's own, which holds until the feed brings another one than it did; the feed's own price takes it
    /// back. False when it would be no higher than the sale price that the feed has beside it.
    /// </summary>
    Task<bool> TrySetPriceAsync(Sku sku, Money price, string by, CancellationToken cancellationToken);

    /// <summary>So many pieces were there at a time. False when a later count is known.</summary>
    Task<bool> TryCountAsync(Sku sku, int pieces, DateTimeOffset asOf, string by, CancellationToken cancellationToken);

    /// <param name="mark">At which number of pieces a variant is low; null for the usual one.</param>
    Task SetLowMarkAsync(Sku sku, int? mark, string by, CancellationToken cancellationToken);

    /// <param name="own">The merchant's own class of VAT for the variant's product, whatever feeds come; null for the feed's.</param>
    Task SetVatClassAsync(Sku sku, VatClass? own, string by, CancellationToken cancellationToken);

    /// <summary>Takes the variant's product off sale, or shows it again, whatever feeds come.</summary>
    Task SetHiddenAsync(Sku sku, bool isHidden, string by, CancellationToken cancellationToken);
}

/// <summary>Which goods a list shows.</summary>
internal enum GoodsView
{
    OnSale,

    /// <summary>On sale, at or below their low mark.</summary>
    Low,

    /// <summary>Hidden by the merchant.</summary>
    Hidden,
}

/// <param name="Search">Some of the title in any language, or the beginning of a SKU; null for all.</param>
/// <param name="Language">In which titles are read, where the feed has them.</param>
internal sealed record GoodsQuery(GoodsView View, string? Search, Language Language);

/// <param name="Total">How many there are on all pages.</param>
internal sealed record GoodsPage(IReadOnlyList<GoodsRow> Rows, long Total);

/// <param name="Options">The choices that tell it from its siblings, such as <c>Rosso, M</c>.</param>
/// <param name="OnHand">The merchant's count, and what orders gave back since of what they had bought before it.</param>
/// <param name="Sold">In the chat since the count.</param>
/// <param name="SetAside">For orders that wait for their payment.</param>
/// <param name="CountedAt">When the count was made.</param>
/// <param name="LowMark">Of its own; null for the usual one.</param>
/// <param name="FeedPrice">The feed's, where the merchant has set another; null where the price is the feed's.</param>
internal sealed record GoodsRow(
    Sku Sku, string Title, string Options, Uri? Image, Money Price, Sale? Sale, long OnHand, long Sold, long SetAside,
    DateTimeOffset CountedAt, int? LowMark, bool IsHidden, bool IsOnSale, Money? FeedPrice)
{
    /// <summary>The product's class of VAT as the merchant said it; null for the feed's.</summary>
    public VatClass? OwnVatClass { get; init; }

    /// <summary>The product's class of VAT as the feed says it; null where it says none.</summary>
    public VatClass? FeedVatClass { get; init; }

    /// <summary>Which it has.</summary>
    public VatClass VatClass => OwnVatClass ?? FeedVatClass ?? VatClass.Standard;

    /// <summary>Pieces that can be promised now.</summary>
    public long Available => Math.Max(0, OnHand - Sold - SetAside);
}
