using CommerceBot.Catalog;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>What a feed says about the goods themselves, and where it is kept.</summary>
public sealed class FeedFactsTests : IDisposable
{
    private const string Header = "id,title,description,price,availability,item_group_id,size,material,"
        + "product_detail,product_highlight,custom_label_0,custom_label_1,product_weight\n";
    private readonly TestCatalog _category = new();

    [Fact]
    public async Task Details_highlights_material_and_weight_are_kept_with_the_product()
    {
        await _category.Import(
            Header
                + """
                    m1,Biscuits,Twice baked,5 EUR,in stock,,,Tin,"A:Ingredients:flour, sugar,A:Allergens:gluten, eggs",Made by hand,bestseller,margin,300 g

            """);
        var product = (await _category.Find("m1"))!;
        Assert.Equal(
            ["material=Tin", "Ingredients=flour, sugar", "Allergens=gluten, eggs", "weight=300 g", "=Made by hand"],
            product.Facts.Select(fact => $"{fact.Name}={fact.Value}"));
        Assert.Equal(["m1"], await _category.Search("bestsellers"));
        Assert.Equal(["m1"], await _category.Search("made by hand"));
        Assert.DoesNotContain(product.Facts, fact => fact.Value.Contains("margin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_holds_for_one_variant_alone_is_said_of_it_alone()
    {
        await _category.Import(Header + """
            a,Bar,Sugar that crunches,5 EUR,in stock,bar,Small,,"Food:Allergens:none,Food:Origin:Modica",,,,
            b,Bar,Sugar that crunches,6 EUR,in stock,bar,Large,,"Food:Allergens:nuts,Food:Origin:Modica",,,,

            """);
        var product = (await _category.Find("a"))!;
        Assert.Equal([new ProductFact("Origin", "Modica")], product.Facts);
        Assert.Equal(["none", "nuts"], product.Variants.Select(variant => Assert.Single(variant.Facts).Value));
        Assert.Equal(
            "a", Assert
                .Single(
                    (await _category.Catalog.SearchAsync("bar without nuts", Language.English, 0, 10, TestCatalog.Cancel)).Items[0].Variants
                )
                .Sku.Value);
    }

    [Fact]
    public async Task Googles_nested_details_of_an_rss_feed_are_read()
    {
        await _category.Import("""
            <rss xmlns:g="http://base.google.com/ns/1.0"><channel><item><g:id>X</g:id><title>Mug</title>
            <g:price>5 EUR</g:price><g:availability>in stock</g:availability>
            <g:product_detail><g:section_name>Care</g:section_name><g:attribute_name>Dishwasher</g:attribute_name>
            <g:attribute_value>yes, top rack</g:attribute_value></g:product_detail>
            <g:product_detail><g:attribute_name>Capacity</g:attribute_name><g:attribute_value>300 ml</g:attribute_value></g:product_detail>
            <g:product_highlight>Microwave safe</g:product_highlight>
            <g:product_highlight>Made in Faenza</g:product_highlight></item></channel></rss>
            """);
        Assert.Equal(["Dishwasher=yes, top rack", "Capacity=300 ml", "=Microwave safe", "=Made in Faenza"],
            (await _category.Find("X"))!.Facts.Select(fact => $"{fact.Name}={fact.Value}"));
    }

    [Fact]
    public async Task A_language_feed_translates_facts_and_an_import_of_prices_alone_leaves_them()
    {
        const string English = "m1,Mug,A mug of white porcelain for coffee and tea.,5 EUR,in stock,,,,Care:Dishwasher:yes,,,,\n";
        await _category.Import(Header + English);
        await _category.Import("id,override,title,product_detail\nm1,it_IT,Tazza,Cura:Lavastoviglie:sì\n");
        Assert.Equal([new ProductFact("Lavastoviglie", "sì")], (await _category.Find("m1", "it"))!.Facts);
        await _category.Import(Header + English.Replace("5 EUR", "6 EUR", StringComparison.Ordinal));
        Assert.Equal([new ProductFact("Lavastoviglie", "sì")], (await _category.Find("m1", "it"))!.Facts);
        Assert.Equal([new ProductFact("Dishwasher", "yes")], (await _category.Find("m1"))!.Facts);
    }

    public void Dispose() => _category.Dispose();
}
