using CommerceBot.Catalog;

namespace CommerceBot.Desk.Goods;

/// <summary>How many pieces of a product were sold.</summary>
internal interface ISales
{
    /// <summary>
    /// Pieces of all variants of a variant's product in orders that were paid since then, when they were paid, less what came back into
    /// stock of the same orders (below zero). In quarters of an hour, of which one may be there twice: a shop's day begins at any of
    /// them. Null when there is no such variant.
    /// </summary>
    Task<IReadOnlyList<(DateTimeOffset From, long Pieces)>?> OfProductAsync(
        Sku sku, DateTimeOffset since, CancellationToken cancellationToken);
}
