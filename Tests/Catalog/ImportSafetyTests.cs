using CommerceBot.Catalog.Feed;
using CommerceBot.Orders;
using CommerceBot.Storage;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;
using CommerceBot.Tests.Dialogs;
using CommerceBot.Tests.Support;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>An export cut short must not empty the shop.</summary>
public sealed class ImportSafetyTests : IDisposable
{
    private readonly TestCatalog _category = new();

    [Theory]
    [InlineData(100, 89, true)]  // 11 of 100 go
    [InlineData(100, 90, false)] // a tenth may
    [InlineData(12, 1, true)]
    [InlineData(11, 1, false)]   // ten products may always
    [InlineData(300, 270, false)]
    [InlineData(300, 269, true)]
    public async Task A_feed_that_takes_too_much_off_sale_is_refused_and_says_what_would_go(int before, int after, bool refused)
    {
        await _category.Rows([.. Rows(before)]);
        foreach (var dryRun in new[] { true, false })
        {
            var report = await Import(Rows(after), dryRun);
            Assert.Equal(refused, !report.Succeeded);
            if (!refused)
                continue;
            Assert.Contains($"{before - after} of {before} products", report.Refused, StringComparison.Ordinal);
            Assert.Contains($"Mug {after}, Mug {after + 1}, Mug {after + 2}", report.Refused, StringComparison.Ordinal);
            Assert.Contains("--replace", report.Refused, StringComparison.Ordinal);
            Assert.Equal(before, OnSale());
        }

        Assert.True((await Import(Rows(after), replace: true)).Succeeded);
        Assert.Equal(after, OnSale());
    }

    [Fact]
    public async Task Rows_that_became_faulty_or_hidden_or_doubled_go_off_sale_too()
    {
        await _category.Rows([.. Rows(40)]);
        foreach (var spoil in new Func<string, string>[]
        {
            row => row.Replace("9.90 EUR", "1.250 EUR", StringComparison.Ordinal),
            row => row.Replace("in stock", "discontinued", StringComparison.Ordinal),
            row => row + "\n" + row,
        })
        {
            Assert.False((await Import(Rows(40).Select((row, i) => i < 12 ? spoil(row) : row))).Succeeded);
            Assert.Equal(40, OnSale());
        }
    }

    [Fact]
    public async Task Products_that_lose_most_of_their_variants_are_as_bad_as_products_that_go()
    {
        await _category.Rows([.. Sizes(20, 5)]);
        Assert.Contains("80 of 100 variants", (await Import(Sizes(20, 1))).Refused, StringComparison.Ordinal);
        Assert.True((await Import(Sizes(20, 5).Skip(9))).Succeeded);
    }

    [Fact]
    public async Task A_feed_of_another_language_takes_nothing_off_sale()
    {
        await _category.Rows([.. Rows(40)]);
        Assert.True((await _category.Import("id,override,title\nm1,it_IT,Tazza\n")).Succeeded);
    }

    [Fact]
    public async Task At_start_such_a_feed_is_told_at_level_error_and_the_shop_opens_with_its_old_catalogue()
    {
        using var folder = new Commands.TempFolder();
        var feed = Path.Combine(folder.Path, "feed.csv");
        var log = new TestLogProvider();
        using var logging = LoggerFactory.Create(builder => builder.AddProvider(log));
        using var database = Database.Open(folder.Path);
        var settings = new ConfigurationManager { ["Catalog:Feed"] = feed };
        async Task StartAsync(int products, int minute)
        {
            await File.WriteAllTextAsync(feed, Feed(Rows(products)), TestCatalog.Cancel);
            File.SetLastWriteTimeUtc(feed, TestCatalog.Now.AddMinutes(minute).UtcDateTime);
            var time = new FakeTimeProvider(TestCatalog.Now.AddHours(1));
            await new CatalogLoader(database, Goods.Settings, settings, withSample: false, time, logging.CreateLogger<CatalogLoader>())
                .StartAsync(TestCatalog.Cancel);
        }

        await StartAsync(30, 0);
        await StartAsync(3, 1);
        await StartAsync(3, 1);
        using var session = database.OpenSession();
        Assert.Equal(30, session.Connection.QuerySingle<int>("SELECT count(*) FROM product WHERE active = 1"));
        Assert.Equal(2, log.Lines.Count(line => line.Level == LogLevel.Error
            && line.Message.Contains("27 of 30 products", StringComparison.Ordinal)));
    }

    public void Dispose() => _category.Dispose();

    private int OnSale() => _category.Connection.QuerySingle<int>("SELECT count(*) FROM product WHERE active = 1");

    private static IEnumerable<string> Rows(int count) =>
        Enumerable.Range(0, count).Select(i => TestCatalog.Row(id: $"m{i}", title: $"Mug {i}"));

    private static IEnumerable<string> Sizes(int products, int sizes) =>
        Enumerable.Range(0, products * sizes).Select(i => TestCatalog.Row(id: $"m{i}", group: $"g{i % products}", size: $"{i / products}"));

    private static string Feed(IEnumerable<string> rows) => TestCatalog.Header + "\n" + string.Join('\n', rows) + "\n";

    private async Task<ImportReport> Import(IEnumerable<string> rows, bool dryRun = false, bool replace = false)
    {
        await using var store = new SqliteCatalogImport(_category.Connection);
        var feed = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Feed(rows)));
        return await new ImportFeed(store).RunAsync(feed, new ImportOptions(new("EUR"), TestCatalog.Now, dryRun, replace), progress: null,
            TestCatalog.Cancel);
    }
}
