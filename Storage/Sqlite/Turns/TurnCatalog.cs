using CommerceBot.Catalog;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Stands in until the catalogue's own store is merged.</summary>
internal sealed class TurnCatalog(TurnBuffer buffer, TimeProvider time) : ICatalog
{
    public Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken) => throw new NotSupportedException($"{buffer}{time}");

    public Task<Page<Product>> InCategoryAsync(CategoryId category, Language language, int page, int size, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Page<Product>> SearchAsync(string words, Language language, int page, int size, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Product?> FindAsync(ProductId id, Language language, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Product?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken) => throw new NotSupportedException();
}
