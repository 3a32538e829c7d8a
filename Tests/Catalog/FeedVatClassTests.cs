using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>Which VAT a feed says a product has.</summary>
public sealed class FeedVatClassTests : IDisposable
{
    private readonly TestCatalog _catalog = new()
    {
        VatClasses = [VatClass.Standard, VatClass.Reduced, VatClass.SuperReduced, VatClass.Zero],
    };

    public void Dispose() => _catalog.Dispose();

    [Theory]
    [InlineData("vat_class", "reduced", VatClass.Reduced)]
    [InlineData("vat_class", "Super-Reduced", VatClass.SuperReduced)]
    [InlineData("g:tax_category", "zero", VatClass.Zero)]
    [InlineData("tax_category", "apparel", VatClass.Standard)]
    [InlineData("vat_class", "", VatClass.Standard)]
    public async Task A_product_has_the_class_that_its_row_says(string column, string word, VatClass meant)
    {
        await _catalog.Import(Feed(column, word));
        Assert.Equal(meant, (await _catalog.Find("bread"))!.VatClass);
    }

    [Theory]
    [InlineData("vat_class", "lower", 1, 0)]
    [InlineData("vat_class", "parking", 1, 0)] // there is such a class, and this shop has no rate for it
    [InlineData("tax_category", "apparel", 0, 1)]
    public async Task A_class_that_the_shop_has_no_rate_for_is_told_in_the_report(string column, string word, int errors, int warnings)
    {
        var report = await _catalog.Import(Feed(column, word) + "cake,Cake,A cake for all of the family,5 EUR,in stock,\n");
        Assert.Equal(
            (errors, warnings),
            (report.Problems.Count(problem => problem.IsError && problem.Column == column),
                report.Problems.Count(problem => !problem.IsError && problem.Column == column)));
        Assert.Equal(errors == 1, await _catalog.Find("bread") is null);
    }

    [Fact]
    public async Task The_merchants_own_class_goes_before_the_feeds_and_stays_when_another_feed_comes()
    {
        await _catalog.Import(Feed("vat_class", "reduced"));
        _catalog.Connection.Execute("UPDATE product SET own_vat_class = 'zero'");
        await _catalog.Import(Feed("vat_class", "super_reduced"));
        Assert.Equal(VatClass.Zero, (await _catalog.Find("bread"))!.VatClass);
        _catalog.Connection.Execute("UPDATE product SET own_vat_class = NULL");
        Assert.Equal(VatClass.SuperReduced, (await _catalog.Find("bread"))!.VatClass);
    }

    private static string Feed(string column, string word) =>
        $"id,title,description,price,availability,{column}\nbread,Bread,A loaf for the whole day,4 EUR,in stock,{word}\n";
}
