using CommerceBot.Storage.Sqlite.Catalog;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>The index behind the goods: it may come late, and it must come.</summary>
public sealed class SearchIndexTests : IDisposable
{
    private readonly TestCatalog _category = new();

    [Fact]
    public async Task Words_that_an_import_left_behind_are_found_after_the_next_look()
    {
        await _category.Rows(TestCatalog.Row(), TestCatalog.Row(id: "cup", title: "Goblet"));
        // As it is when the process dies between the goods and their words.
        _category.Connection.Execute("UPDATE product SET title = 'Tankard' WHERE id = 'cup'");
        Assert.Equal(1, Due());
        Assert.Empty(await _category.Search("tankard"));

        await SearchIndex.CatchUpAsync(_category.Connection, TestCatalog.Cancel);
        Assert.Equal(0, Due());
        Assert.Equal(["cup"], await _category.Search("tankard"));
        Assert.Empty(await _category.Search("goblet"));
    }

    [Fact]
    public async Task Other_prices_and_stock_are_no_other_words()
    {
        await _category.Rows(TestCatalog.Row(), TestCatalog.Row(id: "cup"));
        _category.Connection.Execute(
            "CREATE TEMP TABLE touched (n INTEGER); CREATE TEMP TRIGGER touch AFTER INSERT ON main.search_due BEGIN INSERT INTO touched "
            + "VALUES (new.product); END"
        );
        await _category.Rows(
            TestCatalog.Row(id: "new"), TestCatalog.Row(price: "1 EUR", quantity: "77"), TestCatalog.Row(id: "cup", quantity: "0"));

        Assert.Equal(["new"], _category.Connection.Query<string>("SELECT DISTINCT p.id FROM touched JOIN product p ON p.number = n"));
    }

    [Theory]
    [InlineData("UPDATE product SET description = 'Enamel'")]
    [InlineData("UPDATE product SET brand = 'Enamel'")]
    [InlineData("UPDATE category SET title = 'Enamel'")]
    [InlineData("""UPDATE variant SET options = '{"material":"Enamel"}'""")]
    [InlineData("INSERT INTO product_text SELECT number, 'de', 'Enamel', '' FROM product")]
    [InlineData("INSERT INTO category_text SELECT id, 'de', 'Enamel' FROM category")]
    [InlineData("""INSERT INTO variant_text SELECT sku, 'de', '{"color":"Enamel"}', NULL FROM variant""")]
    public async Task Whatever_is_searched_brings_its_product_up_to_date_when_it_changes(string change)
    {
        await _category.Rows(TestCatalog.Row(color: "Red"));
        _category.Connection.Execute(change);
        await SearchIndex.CatchUpAsync(_category.Connection, TestCatalog.Cancel);
        Assert.Equal(["mug-1"], await _category.Search("enamel"));

        _category.Connection.Execute(
            "DELETE FROM product_text; DELETE FROM category_text; DELETE FROM variant_text; UPDATE product SET description = '', brand = "
            + "''; UPDATE category SET title = ''; UPDATE variant SET options = '{}'"
        );
        await SearchIndex.CatchUpAsync(_category.Connection, TestCatalog.Cancel);
        Assert.Empty(await _category.Search("enamel"));
    }

    [Fact]
    public async Task A_large_catalogue_is_indexed_whole()
    {
        await _category.Rows([.. Enumerable.Range(0, 1_001).Select(i => TestCatalog.Row(id: $"m{i}", title: $"Mug kind{i}"))]);
        Assert.Equal(1_001, _category.Connection.QuerySingle<int>("SELECT count(*) FROM product_search WHERE product_search MATCH 'amug'"));
        Assert.Equal(["m1000"], await _category.Search("kind1000"));
        Assert.Equal(0, Due());
    }

    public void Dispose() => _category.Dispose();

    private int Due() => _category.Connection.QuerySingle<int>("SELECT count(*) FROM search_due");
}
