using CommerceBot.Catalog.Search;

namespace CommerceBot.Catalog;

/// <summary>Searching by a sentence as it was written.</summary>
public static class CatalogSearchExtensions
{
    /// <summary>The products alone, for a caller that has nothing to say about them.</summary>
    public static async Task<ResultPage<Product>> SearchAsync(
        this ICatalog catalog, string words, Language language, int page, int size, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(catalog);
        return (await catalog.SearchAsync(ProductQueryParser.Parse(words, language), language, page, size, cancellationToken)).Products;
    }
}
