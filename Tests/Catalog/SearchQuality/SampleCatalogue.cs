using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Catalog.Search;
using CommerceBot.Storage.Sqlite.Catalog;
using Xunit;

namespace CommerceBot.Tests.Catalog.SearchQuality;

/// <summary>The sample shop, imported once for all questions.</summary>
public sealed class SampleCatalogue : IAsyncLifetime
{
    private readonly TestCatalog _category = new();

    public async ValueTask InitializeAsync()
    {
        foreach (var feed in SampleShop.Feeds)
        {
            await using var store = new SqliteCatalogImport(_category.Connection);
            await new ImportFeed(store).RunAsync(
                feed, new ImportOptions(new Currency("EUR"), TestCatalog.Now), progress: null, TestCatalog.Cancel);
        }
    }

    public Task<ProductSearch> AskAsync(string text, Language language) =>
        _category.Catalog.SearchAsync(ProductQueryParser.Parse(text, language), language, 0, 10, TestCatalog.Cancel);

    public async Task<Product> FindAsync(string product, Language language) =>
        await _category.Catalog.FindAsync(new ProductId(product), language, TestCatalog.Cancel)
            ?? throw new InvalidOperationException($"The sample shop sells no {product}.");

    public async Task<IReadOnlyList<Product>> AllAsync(Language language)
    {
        var products = new List<Product>();
        foreach (var category in await _category.Catalog.CategoriesAsync(language, TestCatalog.Cancel))
            for (var page = 0; page < 2; page++)
                products.AddRange((await _category.Catalog.InCategoryAsync(category.Id, language, page, 10, TestCatalog.Cancel)).Items);
        return products;
    }

    public ValueTask DisposeAsync()
    {
        _category.Dispose();
        return ValueTask.CompletedTask;
    }
}
