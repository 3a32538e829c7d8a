using CommerceBot.Catalog.Search;

namespace CommerceBot.Catalog;

/// <summary>What a turn can ask about the goods. Reads one snapshot; texts fall back to the feed's main language.</summary>
public interface ICatalog
{
    /// <summary>All that have a product on sale, each with its title in the language.</summary>
    Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken);

    /// <summary>Products of a category, in the feed's order. Pages count from 0; <paramref name="size"/> is at most 10.</summary>
    Task<ResultPage<Product>> InCategoryAsync(
        CategoryId category, Language language, int page, int size, CancellationToken cancellationToken);

    /// <summary>
    /// What fits a question, best first, by the prices of now. Bounds, exclusions and claims are never broken; what had to be
    /// given up of the rest is told. An empty question finds nothing.
    /// </summary>
    /// <param name="language">Of the texts; the question may be in another.</param>
    Task<ProductSearch> SearchAsync(ProductQuery query, Language language, int page, int size, CancellationToken cancellationToken);

    /// <summary>A product with its variants; null when the merchant no longer sells it.</summary>
    Task<Product?> FindAsync(ProductId id, Language language, CancellationToken cancellationToken);

    /// <summary>The product that a variant belongs to; null when the merchant no longer sells it.</summary>
    Task<Product?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken);
}
