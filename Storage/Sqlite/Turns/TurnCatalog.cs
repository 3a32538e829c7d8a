using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using CommerceBot.Storage.Sqlite.Catalog;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>The catalogue in a turn's snapshot. Remembers which one it was, for the turn that agrees to its prices.</summary>
internal sealed class TurnCatalog(TurnBuffer buffer, Func<Uri> baseUrl) : ICatalog
{
    private SqliteCatalog? _catalog;

    public static long Version(Session session)
    {
        var query = session["SELECT n FROM catalog_version"];
        query.Step();
        var version = query.Int64(0);
        query.Reset();
        return version;
    }

    public async Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).CategoriesAsync(language, cancellationToken);

    public async Task<ResultPage<Product>> InCategoryAsync(
        CategoryId category, Language language, int page, int size, CancellationToken cancellationToken
    ) => await (await OpenAsync(cancellationToken)).InCategoryAsync(category, language, page, size, cancellationToken);

    public async Task<ProductSearch> SearchAsync(ProductQuery query, Language language, int page, int size,
        CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).SearchAsync(query, language, page, size, cancellationToken);

    public async Task<Product?> FindAsync(ProductId id, Language language, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).FindAsync(id, language, cancellationToken);

    public async Task<Product?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken) =>
        await (await OpenAsync(cancellationToken)).FindAsync(sku, language, cancellationToken);

    private async ValueTask<SqliteCatalog> OpenAsync(CancellationToken cancellationToken)
    {
        if (_catalog is { } open)
            return open;
        var session = await buffer.SnapshotAsync(cancellationToken);
        buffer.CatalogVersion = Version(session);
        return _catalog = new SqliteCatalog(session.Connection, new SampleLinks(baseUrl()), buffer.Vocabularies, buffer.Now);
    }
}
