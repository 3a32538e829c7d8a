using CommerceBot.Catalog.Feed;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>What an import does to the stock: the feed's count is true as of its time.</summary>
public sealed class ImportStockTests : IDisposable
{
    private readonly TestCatalog _category = new();

    [Fact]
    public async Task A_feed_sets_what_is_on_hand_and_leaves_orders_their_pieces()
    {
        await _category.Rows(TestCatalog.Row(quantity: "10"));
        Sold("o3", 2, TestCatalog.Now);
        _category.Connection.Execute("INSERT INTO reservation VALUES ('o1', 'mug-1', 3, 0), ('o2', 'mug-1', 1, 0)");
        Assert.Equal(4, (await _category.Variant("mug-1")).Available);
        await _category.Rows(TestCatalog.Row(quantity: "8"));
        Assert.Equal(2, (await _category.Variant("mug-1")).Available);
        await _category.Rows(TestCatalog.Row(quantity: "1"));
        Assert.Equal(0, (await _category.Variant("mug-1")).Available);
    }

    [Fact]
    public async Task A_feed_knows_of_what_was_sold_before_it_and_not_of_what_was_sold_after()
    {
        await _category.Rows(TestCatalog.Row(quantity: "10"));
        Sold("o1", 2, TestCatalog.Now.AddMinutes(10));
        Sold("o2", 3, TestCatalog.Now.AddMinutes(30));
        var report = await ImportAsync(TestCatalog.Now.AddMinutes(20), TestCatalog.Row(quantity: "8"));
        Assert.Equal((5, 0), ((await _category.Variant("mug-1")).Available, report.CountedSince));
        await ImportAsync(TestCatalog.Now.AddMinutes(40), TestCatalog.Row(quantity: "5"));
        Assert.Equal(5, (await _category.Variant("mug-1")).Available);
    }

    [Fact]
    public async Task The_same_feed_imported_again_changes_nothing()
    {
        await _category.Rows(TestCatalog.Row(quantity: "10"));
        Sold("o1", 2, TestCatalog.Now.AddMinutes(10));
        for (var again = 0; again < 3; again++)
            Assert.Equal(0, (await _category.Rows(TestCatalog.Row(quantity: "10"))).CountedSince);
        Assert.Equal(8, (await _category.Variant("mug-1")).Available);
    }

    [Fact]
    public async Task An_older_feed_never_overwrites_a_newer_count_and_says_of_how_many_rows()
    {
        await _category.Rows(TestCatalog.Row(quantity: "10"), TestCatalog.Row(id: "cup"));
        string[] rows =
        [
            TestCatalog.Row(quantity: "99", price: "5 EUR"),
            TestCatalog.Row(id: "cup", quantity: "99"),
            TestCatalog.Row(id: "new", quantity: "7"),
        ];
        var dry = await ImportAsync(TestCatalog.Now.AddHours(-1), dryRun: true, rows);
        var report = await ImportAsync(TestCatalog.Now.AddHours(-1), rows);
        Assert.Equal((2, 2, 3), (dry.CountedSince, report.CountedSince, report.Imported));
        var mug = await _category.Variant("mug-1");
        Assert.Equal((10, 500, 7), (mug.Available, mug.Price.Minor, (await _category.Variant("new")).Available));
    }

    [Fact]
    public void Stock_of_a_time_to_come_is_refused_with_both_times()
    {
        Assert.Null(FeedTime.Objection(TestCatalog.Now, TestCatalog.Now));
        var objection = FeedTime.Objection(new DateTimeOffset(2026, 11, 23, 14, 0, 1, TimeSpan.FromHours(2)), TestCatalog.Now);
        Assert.Contains("2026-11-23T14:00:01+02:00", objection, StringComparison.Ordinal);
        Assert.Contains("2026-11-23T14:00:00+02:00", objection, StringComparison.Ordinal);
        Assert.Contains("--as-of", objection, StringComparison.Ordinal);
    }

    public void Dispose() => _category.Dispose();

    private void Sold(string order, int pieces, DateTimeOffset at) =>
        _category.Connection.Execute(
            "INSERT INTO allocation (order_id, sku, quantity, at) VALUES (@order, 'mug-1', @pieces, @at); UPDATE stock SET allocated = "
            + "allocated + @pieces WHERE sku = 'mug-1'",
            new
            {
                order,
                pieces,
                at = at.ToUnixTimeMilliseconds(),
            }
        );

    private Task<ImportReport> ImportAsync(DateTimeOffset at, params string[] rows) => ImportAsync(at, dryRun: false, rows);

    private Task<ImportReport> ImportAsync(DateTimeOffset at, bool dryRun, params string[] rows) =>
        _category.Import(TestCatalog.Header + "\n" + string.Join('\n', rows) + "\n", dryRun: dryRun, at: at);
}
