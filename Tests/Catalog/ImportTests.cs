using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Storage.Sqlite.Catalog;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>What an import does to what was there before.</summary>
public sealed class ImportTests : IDisposable
{
    private readonly TestCatalog _category = new();

    [Fact]
    public async Task A_product_gone_from_the_feed_is_archived_and_comes_back_with_it()
    {
        await _category.Rows(TestCatalog.Row(), TestCatalog.Row(id: "cup", title: "Goblet"));
        var report = await _category.Rows(TestCatalog.Row());
        Assert.Equal(1, report.Archived);
        Assert.Null(await _category.Find("cup"));
        Assert.Equal(1, _category.Connection.QuerySingle<long>("SELECT count(*) FROM variant WHERE sku = 'cup' AND active = 0"));
        Assert.Empty(await _category.Search("goblet"));
        await _category.Rows(TestCatalog.Row(), TestCatalog.Row(id: "cup", title: "Goblet"));
        Assert.NotNull(await _category.Find("cup"));
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_changes_nothing()
    {
        await _category.Rows(TestCatalog.Row());
        string[] next = [TestCatalog.Row(id: "new", price: "1 EUR"), TestCatalog.Row(id: "bad", price: "x")];
        var dry = await _category.Import(TestCatalog.Header + "\n" + string.Join('\n', next), dryRun: true);
        Assert.Equal((2, 1, 1, 1, true), (dry.Read, dry.Imported, dry.Errors, dry.Archived, dry.DryRun));
        Assert.NotNull(await _category.Find("mug-1"));
        Assert.Null(await _category.Find("new"));
        var real = await _category.Rows(next);
        Assert.Equal(dry with { DryRun = false, Problems = real.Problems }, real);
    }

    [Fact]
    public async Task Rows_of_one_group_are_one_product_and_choices_tell_them_apart()
    {
        await _category.Rows(
            TestCatalog.Row(id: "s", group: "shirt", color: "Red", size: "S"),
            TestCatalog.Row(id: "other"),
            TestCatalog.Row(id: "m", group: "shirt", color: "Red", size: "M", title: "ignored"),
            TestCatalog.Row(id: "l", group: "shirt", color: "Red", size: "L"));
        var shirt = (await _category.Find("m"))!;
        Assert.Equal(("shirt", "Mug"), (shirt.Id.Value, shirt.Title));
        Assert.Equal(
            ["size=S", "size=M", "size=L"],
            shirt.Variants.Select(variant => string.Join(',', variant.Options.Select(option => $"{option.Key}={option.Value}"))));
        Assert.Empty((await _category.Find("other"))!.Variants[0].Options);
    }

    [Fact]
    public async Task Variants_that_nothing_tells_apart_are_told_by_their_id_with_a_warning()
    {
        var report = await _category.Rows(
            TestCatalog.Row(id: "a", group: "g", size: "M"), TestCatalog.Row(id: "b", group: "g", size: "M"),
            TestCatalog.Row(id: "c", group: "g", size: "L"));
        Assert.Equal(2, report.Warnings);
        Assert.Equal("b", (await _category.Variant("b")).Options["id"]);
        Assert.DoesNotContain("id", (await _category.Variant("c")).Options.Keys);
    }

    [Fact]
    public async Task A_group_with_more_variants_than_meta_advises_is_told()
    {
        var report = await _category.Rows([
            .. Enumerable.Range(0, 301).Select(i => TestCatalog.Row(id: $"v{i}", group: "g", size: $"{i}")),
        ]);
        Assert.Equal((301, "item_group_id"), (report.Imported, Assert.Single(report.Problems).Column));
    }

    [Fact]
    public async Task Every_way_to_write_a_choice_is_read()
    {
        await _category.Import("""
            id,title,price,availability,item_group_id,material,gender,age_group,pattern,additional_variant_attribute,variant
            a,Candle,5 EUR,in stock,g,Wax,unisex,adult,Dots,"Scent:Rose,Burn time:40 h","'color:Red/Blue:Red,size:S/M:S'"
            b,Candle,5 EUR,in stock,g,Soy,female,kids,Plain,"[{""label"":""Scent"",""value"":""Fig""}]",
            """);
        Assert.Equal("material=Wax;pattern=Dots;gender=unisex;age_group=adult;scent=Rose;burn time=40 h;color=Red;size=S",
            string.Join(';', (await _category.Variant("a")).Options.Select(option => $"{option.Key}={option.Value}")));
        Assert.Equal("Fig", (await _category.Variant("b")).Options["scent"]);
    }

    [Fact]
    public async Task Categories_come_in_the_feeds_order_with_their_own_names_and_no_empty_ones()
    {
        await _category.Rows(
            TestCatalog.Row(), TestCatalog.Row(id: "b", type: "Tavola > Caffè"), TestCatalog.Row(id: "c", type: "tavola > CAFFE"),
            TestCatalog.Row(id: "d", type: ""), TestCatalog.Row(id: "e", type: "Shirts > Cups"));
        var categories = await _category.Catalog.CategoriesAsync(Language.English, TestCatalog.Cancel);
        Assert.Equal(["kitchen.cups", "tavola.caffe", "other", "shirts.cups"], categories.Select(category => category.Id.Value));
        Assert.Equal(["Kitchen > Cups", "Caffè", "Other", "Shirts > Cups"], categories.Select(category => category.Title));
        Assert.Equal([1, 2, 1, 1], categories.Select(category => category.Products));
        await _category.Rows(TestCatalog.Row());
        Assert.Equal("Cups", Assert.Single(await _category.Catalog.CategoriesAsync(Language.English, TestCatalog.Cancel)).Title);
    }

    [Fact]
    public async Task A_category_may_be_a_number_of_googles_or_too_long_for_a_button()
    {
        var path = string.Join(" > ", Enumerable.Repeat("Everything for the home", 20));
        await _category.Import(
            $"id,title,price,availability,product_type,google_product_category\na,Tee,5 EUR,in stock,,1604\nb,Tee,5 EUR,in stock,{path},\n"
            + "c,Tee,5 EUR,in stock,,Home > Lamps\nd,Tee,5 EUR,in stock,衣服,\n"
        );
        var categories = await _category.Catalog.CategoriesAsync(Language.English, TestCatalog.Cancel);
        Assert.Equal(["Clothing", "Everything for the home", "Lamps", "衣服"], categories.Select(category => category.Title));
        Assert.All(categories, category => Assert.InRange(category.Id.Value.Length, 1, 40));
    }

    [Fact]
    public async Task A_language_feed_brings_texts_choices_and_categories_and_leaves_prices_alone()
    {
        await _category.Rows(TestCatalog.Row(id: "r", group: "mug", color: "Red"), TestCatalog.Row(id: "b", group: "mug", color: "Blue"));
        var report = await _category.Import(
            "id,override,title,description,color,product_type,price\n"
            + "r,it_IT,Tazza,Una tazza di porcellana.,Rosso,Cucina > Tazze,1 EUR\n"
            + "b,it_IT,Tazza,Una tazza di porcellana.,Blu,Cucina > Tazze,1 EUR\nzz,it_IT,Nulla,,,,\n");
        Assert.Equal((3, 2, 1, 0), (report.Read, report.Imported, report.Errors, report.Archived));
        var italian = (await _category.Find("b", "it"))!;
        Assert.Equal(
            ("Tazza", "Una tazza di porcellana.", "Blu", 990),
            (italian.Title, italian.Description, italian.Variants[1].Options["color"], italian.Variants[1].Price.Minor));
        Assert.Equal("Mug", (await _category.Find("b"))!.Title);
        Assert.Equal("Mug", (await _category.Find("b", "fr"))!.Title);
        Assert.Equal("Tazze", Assert.Single(await _category.Catalog.CategoriesAsync(Language.Italian, TestCatalog.Cancel)).Title);
        await _category.Rows(TestCatalog.Row(id: "r", group: "mug", color: "Red", price: "8 EUR"));
        Assert.Equal("Tazza", (await _category.Find("r", "it"))!.Title);
    }

    [Fact]
    public async Task A_feed_that_is_half_language_feed_is_refused()
    {
        var report = await _category.Import("id,title,price,availability,override\na,Mug,5 EUR,in stock,\na,Tazza,,,it_IT\n");
        Assert.Contains("override", report.Refused, StringComparison.Ordinal);
        Assert.Null(await _category.Find("a"));
    }

    [Fact]
    public async Task An_import_inside_the_callers_transaction_falls_with_it()
    {
        await using (var transaction = _category.Connection.BeginTransaction())
            Assert.Equal(1, (await _category.Rows(TestCatalog.Row())).Imported);
        Assert.Null(await _category.Find("mug-1"));
    }

    [Fact]
    public async Task A_cancelled_import_changes_nothing_and_can_be_run_again()
    {
        using var cancel = new CancellationTokenSource();
        await using (var store = new SqliteCatalogImport(_category.Connection))
        {
            var progress = new Stop(cancel);
            var feed = TestCatalog.Header + "\n" + string.Join('\n', Enumerable.Range(0, 1000).Select(i => TestCatalog.Row(id: $"m{i}")));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
                new ImportFeed(store).RunAsync(
                    new MemoryStream(System.Text.Encoding.UTF8.GetBytes(feed)), new ImportOptions(new Currency("EUR"), TestCatalog.Now),
                    progress, cancel.Token));
        }

        Assert.Null(await _category.Find("m1"));
        Assert.Equal(1, (await _category.Rows(TestCatalog.Row())).Imported);
    }

    [Fact]
    public async Task Five_thousand_rows_are_imported_with_progress()
    {
        var seen = new List<ImportProgress>();
        await using var store = new SqliteCatalogImport(_category.Connection);
        var feed = new MemoryStream(
            System.Text.Encoding.UTF8.GetBytes(
                TestCatalog.Header
                    + "\n"
                    + string.Join('\n', Enumerable.Range(0, 5_000).Select(i => TestCatalog.Row(id: $"m{i}", title: $"Mug number {i}")))));
        var report = await new ImportFeed(store).RunAsync(
            feed, new ImportOptions(new Currency("EUR"), TestCatalog.Now), new Seen(seen), TestCatalog.Cancel);
        Assert.Equal(5_000, report.Imported);
        Assert.Equal((feed.Length, 5_000), (seen[^1].Bytes, seen[^1].Rows));
    }

    public void Dispose() => _category.Dispose();

    private sealed class Stop(CancellationTokenSource cancel) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => cancel.Cancel();
    }

    private sealed class Seen(List<ImportProgress> seen) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => seen.Add(value);
    }
}
