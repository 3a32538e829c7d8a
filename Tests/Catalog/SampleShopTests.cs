using System.Buffers.Binary;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Storage.Sqlite.Catalog;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>The shop that a first start shows: nothing in it may be broken.</summary>
public sealed class SampleShopTests : IAsyncLifetime
{
    private readonly TestCatalog _category = new();
    private readonly List<ImportReport> _reports = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var feed in SampleShop.Feeds)
        {
            await using var store = new SqliteCatalogImport(_category.Connection);
            _reports.Add(
                await new ImportFeed(store).RunAsync(
                    feed, new ImportOptions(new Currency("EUR"), TestCatalog.Now), progress: null, TestCatalog.Cancel));
        }
    }

    [Fact]
    public void Both_feeds_are_imported_without_an_error_or_a_warning()
    {
        Assert.All(_reports, report => Assert.Empty(report.Problems));
        Assert.Equal(_reports[0].Imported, _reports[1].Imported);
        Assert.InRange(_reports[0].Products, 60, 70);
    }

    [Fact]
    public async Task Six_categories_hold_ten_products_or_more_each_in_both_languages()
    {
        var english = await _category.Catalog.CategoriesAsync(Language.English, TestCatalog.Cancel);
        var italian = await _category.Catalog.CategoriesAsync(Language.Italian, TestCatalog.Cancel);
        Assert.Equal(["Coffee & Tea", "Kitchen", "Table", "Pantry", "Home", "Gifts & Paper"], english.Select(category => category.Title));
        Assert.Equal(["Caffè e tè", "Cucina", "Tavola", "Dispensa", "Casa", "Regali e carta"], italian.Select(category => category.Title));
        Assert.All(english, category => Assert.InRange(category.Products, 10, 14));
    }

    [Fact]
    public async Task Every_product_speaks_both_languages_and_has_its_choices_in_both()
    {
        foreach (var (english, italian) in (await All(Language.English)).Zip(await All(Language.Italian)))
        {
            Assert.NotEqual(english.Title, italian.Title);
            Assert.NotEqual(english.Description, italian.Description);
            Assert.InRange(italian.Title.Length, 3, 65);
            Assert.Equal(
                english.Variants.Count,
                english.Variants.Select(variant => string.Join('|', variant.Options.Values)).Distinct().Count());
            Assert.Equal(
                italian.Variants.Count,
                italian.Variants.Select(variant => string.Join('|', variant.Options.Values)).Distinct().Count());
            Assert.All(english.Variants, variant => Assert.DoesNotContain("id", variant.Options.Keys));
        }
    }

    [Fact]
    public async Task Every_picture_is_there_in_messengers_shape_and_served_by_the_bot()
    {
        foreach (
            var image in (await All(Language.English))
                .SelectMany(product => product.Variants.Select(variant => variant.Image!).Prepend(product.Image!))
                .Distinct())
        {
            Assert.StartsWith("http://localhost:3978/sample/pictures/", image.AbsoluteUri, StringComparison.Ordinal);
            var png = await File.ReadAllBytesAsync(
                Path.Combine(SampleShop.Pictures, Path.GetFileName(image.AbsolutePath)), TestCatalog.Cancel);
            Assert.Equal(
                (800, 419), (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20))));
        }
    }

    [Fact]
    public async Task There_is_something_sold_out_something_scarce_and_several_on_sale()
    {
        var products = await All(Language.Italian);
        var variants = products.SelectMany(product => product.Variants).ToList();
        Assert.Contains(products, product => product.Variants.All(variant => variant.Available == 0));
        Assert.Contains(
            products,
            product => product.Variants.Any(variant => variant.Available == 0) && product.Variants.Any(variant => variant.Available > 0));
        Assert.Contains(variants, variant => variant.Available is 1 or 2);
        Assert.InRange(variants.Count(variant => variant.PriceAt(TestCatalog.Now) < variant.Price), 8, 30);
        Assert.All(products, product => Assert.Null(product.Link));
    }

    [Theory]
    [InlineData("caffe", "it", "espresso-cups,cappuccino,coffee,grinder,coffee-scoop,herbal-tea")]
    [InlineData("tovaglioli", "it", "napkins")]
    [InlineData("candele profumate", "it", "candle")]
    [InlineData("candles", "en", "candle,candlesticks")]
    [InlineData("regalo", "it", "gift-box")]
    [InlineData("something for pasta", "en", "pasta-board,pasta-bowl")]
    [InlineData("olio d'oliva", "it", "olive-oil,soap")]
    [InlineData("notebooks", "it", "notebook")]
    [InlineData("taccuino blu", "en", "notebook")]
    public async Task What_a_shopper_would_type_finds_what_they_mean(string words, string language, string among)
    {
        var found = await _category.Search(words, language);
        Assert.NotEmpty(found);
        Assert.Contains(found[0], among.Split(','));
    }

    public ValueTask DisposeAsync()
    {
        _category.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<List<Product>> All(Language language)
    {
        var products = new List<Product>();
        foreach (var category in await _category.Catalog.CategoriesAsync(language, TestCatalog.Cancel))
            for (var page = 0; page < 2; page++)
                products.AddRange((await _category.Catalog.InCategoryAsync(category.Id, language, page, 10, TestCatalog.Cancel)).Items);
        return products;
    }
}
