using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Catalog.Search;
using CommerceBot.Storage.Sqlite.Catalog;
using Xunit;

namespace CommerceBot.Tests.Catalog.SearchQuality;

/// <summary>The sample shop, imported once for all questions.</summary>
public sealed class SampleCatalogue : IAsyncLifetime
{
    private readonly Shelf _shelf = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var feed in SampleShop.Feeds)
        {
            await using var store = new SqliteCatalogImport(_shelf.Connection);
            await new ImportFeed(store).RunAsync(feed, new ImportOptions(new Currency("EUR"), Shelf.Now), progress: null, Shelf.Cancel);
        }
    }

    public Task<ProductSearch> AskAsync(string text, Language language) =>
        _shelf.Catalog.SearchAsync(ProductQueryParser.Parse(text, language), language, 0, 10, Shelf.Cancel);

    public async Task<Product> FindAsync(string product, Language language) =>
        await _shelf.Catalog.FindAsync(new ProductId(product), language, Shelf.Cancel)
            ?? throw new InvalidOperationException($"The sample shop sells no {product}.");

    public async Task<IReadOnlyList<Product>> AllAsync(Language language)
    {
        var products = new List<Product>();
        foreach (var category in await _shelf.Catalog.CategoriesAsync(language, Shelf.Cancel))
            for (var page = 0; page < 2; page++)
                products.AddRange((await _shelf.Catalog.InCategoryAsync(category.Id, language, page, 10, Shelf.Cancel)).Items);
        return products;
    }

    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }
}
