namespace CommerceBot.Catalog;

/// <summary>What a turn can ask about the goods. Reads one snapshot; texts fall back to the feed's main language.</summary>
public interface ICatalog
{
    Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken);

    /// <summary>Products of a category, in the feed's order. Pages count from 0; <paramref name="size"/> is at most 10.</summary>
    Task<Page<Product>> InCategoryAsync(CategoryId category, Language language, int page, int size, CancellationToken cancellationToken);

    /// <summary>Free-text search: accents, case and plurals do not matter. An empty question finds nothing.</summary>
    Task<Page<Product>> SearchAsync(string words, Language language, int page, int size, CancellationToken cancellationToken);

    Task<Product?> FindAsync(ProductId id, Language language, CancellationToken cancellationToken);

    /// <summary>The product that a variant belongs to; null when the merchant no longer sells it.</summary>
    Task<Product?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken);
}
