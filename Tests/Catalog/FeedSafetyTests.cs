using CommerceBot.Cards;
using CommerceBot.Catalog;
using Dapper;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>Who made a thing and what it warns of, from the feed to what a shopper reads.</summary>
public sealed class FeedSafetyTests : IDisposable
{
    private const string Header = "id,title,description,price,availability,manufacturer_name,manufacturer_address,manufacturer_email,"
        + "eu_responsible_name,eu_responsible_address,eu_responsible_email,safety_warnings\n";
    private const string Lamp = "lamp,Lamp,A lamp for the desk and the bed,5 EUR,in stock,Lux Ltd,\"1 Light Road, Leeds\","
        + "hello@lux.example,Lux Italia,\"Via Luce 2, Milano\",eu@lux.example,Keep away from water\n";
    private readonly TestCatalog _catalog = new();

    public void Dispose() => _catalog.Dispose();

    [Fact]
    public async Task A_shopper_reads_maker_responsible_person_and_warnings_of_a_feed_in_the_details()
    {
        await _catalog.Import(Header + Lamp);
        var product = (await _catalog.Find("lamp"))!;
        Assert.Equal("Lux Ltd, 1 Light Road, Leeds, hello@lux.example", product.Safety.Maker.Line);
        var details = ProductCards.Description(product, Texts.Of(Language.English));
        Assert.Contains("Made by: Lux Ltd, 1 Light Road, Leeds, hello@lux.example", details, StringComparison.Ordinal);
        Assert.Contains("Responsible in the EU: Lux Italia, Via Luce 2, Milano, eu@lux.example", details, StringComparison.Ordinal);
        Assert.Contains("Safety warnings: Keep away from water", details, StringComparison.Ordinal);
        Assert.Contains("Fabbricante: Lux Ltd", ProductCards.Description(product, Texts.Of(Language.Italian)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warnings_are_read_in_the_buyers_language_where_a_feed_has_them()
    {
        await _catalog.Import(Header + Lamp);
        await _catalog.Import("id,override,safety_warnings\nlamp,it_IT,Tenere lontano dall'acqua\n");
        Assert.Equal("Tenere lontano dall'acqua", (await FindAsync(Language.Italian)).Warnings);
        Assert.Equal("Keep away from water", (await FindAsync(Language.English)).Warnings);
        Assert.Equal("Lux Ltd", (await FindAsync(Language.Italian)).Maker.Name);
    }

    [Fact]
    public async Task What_the_merchant_says_stands_before_the_feed_and_stays_when_another_feed_comes()
    {
        await _catalog.Import(Header + Lamp);
        _catalog.Connection.Execute("""
            INSERT INTO product_safety (product, own, maker_address) SELECT number, 1, 'Another Road 9, Leeds' FROM product WHERE id = 'lamp'
            """);
        await _catalog.Import(Header + Lamp.Replace("Keep away from water", "Hot", StringComparison.Ordinal));
        var safety = await FindAsync(Language.English);
        Assert.Equal(("Lux Ltd", "Another Road 9, Leeds", "Hot"), (safety.Maker.Name, safety.Maker.Address, safety.Warnings));
    }

    [Fact]
    public async Task A_feed_that_says_nothing_any_more_takes_away_what_it_said()
    {
        await _catalog.Import(Header + Lamp);
        await _catalog.Import("id,title,description,price,availability\nlamp,Lamp,A lamp for the desk and the bed,5 EUR,in stock\n");
        Assert.True((await FindAsync(Language.English)).IsEmpty);
    }

    private async Task<ProductSafety> FindAsync(Language language) =>
        (await _catalog.Catalog.FindAsync(new Sku("lamp"), language, TestCatalog.Cancel))!.Safety;
}
