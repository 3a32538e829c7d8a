using System.Text;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Tests.Catalog;

/// <summary>A catalogue in a database of its own, filled from feeds written in the test.</summary>
internal sealed class TestCatalog : IDisposable
{
    public const string Header =
        "id,title,description,availability,condition,price,link,image_link,brand,item_group_id,color,size,"
        + "sale_price,sale_price_effective_date,quantity_to_sell_on_facebook,product_type";
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public TestCatalog()
    {
        Connection = new SqliteConnection("Data Source=:memory:");
        Connection.Open();
        Migrations.Apply(Connection);
        Catalog = new SqliteCatalog(Connection, new SampleLinks(new Uri("http://localhost:3978")), new SearchVocabularies(), Now);
    }

    /// <summary>Those for which the shop has a rate.</summary>
    public IReadOnlyCollection<VatClass> VatClasses { get; set; } = [VatClass.Standard, VatClass.Zero];

    public SqliteConnection Connection { get; }

    public SqliteCatalog Catalog { get; }

    public static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    public Task<ImportReport> Import(string feed, string currency = "EUR", bool dryRun = false, DateTimeOffset? at = null) =>
        Import(new MemoryStream(Encoding.UTF8.GetBytes(feed)), currency, dryRun, at);

    public async Task<ImportReport> Import(Stream feed, string currency = "EUR", bool dryRun = false, DateTimeOffset? at = null)
    {
        await using var store = new SqliteCatalogImport(Connection);
        return await new ImportFeed(store).RunAsync(
            feed, new ImportOptions(new Currency(currency), at ?? Now, dryRun) { VatClasses = VatClasses }, progress: null, Cancel);
    }

    /// <summary>Imports rows of <see cref="Header"/>.</summary>
    public Task<ImportReport> Rows(params string[] rows) => Import(Header + "\n" + string.Join('\n', rows) + "\n");

    /// <summary>A row of <see cref="Header"/> with nothing wrong.</summary>
    public static string Row(
        string id = "mug-1",
        string title = "Mug",
        string description = "A mug of white porcelain for coffee and tea.",
        string availability = "in stock",
        string price = "9.90 EUR",
        string link = "https://shop.example/mug",
        string image = "https://shop.example/mug.png",
        string group = "",
        string color = "",
        string size = "",
        string sale = "",
        string dates = "",
        string quantity = "5",
        string type = "Kitchen > Cups") =>
        string.Join(
            ',', new[]
            {
                id,
                title,
                description,
                availability,
                "new",
                price,
                link,
                image,
                "Aurora",
                group,
                color,
                size,
                sale,
                dates,
                quantity,
                type,
            }.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    public Task<Product?> Find(string sku, string language = "en") => Catalog.FindAsync(new Sku(sku), new Language(language), Cancel);

    public async Task<Variant> Variant(string sku) => (await Find(sku))!.Variants.Single(variant => variant.Sku.Value == sku);

    public async Task<string[]> Search(string words, string language = "en") =>
        [.. (await Catalog.SearchAsync(words, new Language(language), 0, 10, Cancel)).Items.Select(product => product.Id.Value)];

    public void Dispose() => Connection.Dispose();
}
