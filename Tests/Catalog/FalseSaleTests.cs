using CommerceBot.Cards;
using CommerceBot.Catalog;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>A sale price that is none is sold at, named to the merchant, and shown to nobody as a cut.</summary>
public sealed class FalseSaleTests : IDisposable
{
    private readonly TestCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public async Task A_price_raised_for_a_sale_is_named_in_the_report_and_shown_without_the_old_one()
    {
        await HadAsync("9.90 EUR");
        var report = await _catalog.Rows(TestCatalog.Row(price: "12.90 EUR", sale: "9.90 EUR"));
        var warning = Assert.Single(report.Problems, problem => problem.Column == "sale_price");
        Assert.Contains("no price cut: it cost 9.90 EUR within the 30 days before", warning.Advice, StringComparison.Ordinal);
        Assert.Equal("9,90\u00A0€", ProductCards.Price((await _catalog.Find("mug-1"))!, Later, Texts.Of(Language.Italian)));
    }

    [Fact]
    public async Task A_true_cut_is_shown_with_the_lowest_price_of_the_thirty_days_before()
    {
        await HadAsync("12.90 EUR");
        var report = await _catalog.Rows(TestCatalog.Row(price: "14.90 EUR", sale: "9.90 EUR"));
        Assert.DoesNotContain(report.Problems, problem => problem.Column == "sale_price");
        Assert.Equal(
            "€9.90, was €12.90 (lowest in the 30 days before)",
            ProductCards.Price((await _catalog.Find("mug-1"))!, Later, Texts.Of(Language.English)));
    }

    [Fact]
    public async Task A_sale_of_goods_of_which_no_earlier_price_is_known_is_shown_as_a_plain_price()
    {
        await _catalog.Rows(TestCatalog.Row(price: "14.90 EUR", sale: "9.90 EUR"));
        Assert.Equal("€9.90", ProductCards.Price((await _catalog.Find("mug-1"))!, Later, Texts.Of(Language.English)));
    }

    private static DateTimeOffset Later => TestCatalog.Now;

    private async Task HadAsync(string price)
    {
        await _catalog.Rows(TestCatalog.Row(price: price));
        _catalog.Connection.Execute("UPDATE price_history SET at = at - 5 * 86400000");
    }
}
