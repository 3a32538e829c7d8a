using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments.Stripe;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class DeliveryTests
{
    [Fact]
    public void The_methods_of_the_settings_are_offered_by_country_cheapest_first()
    {
        var table = DeliveryTable.From(Settings("""
            { "Delivery": { "Methods": [
              { "Name": "Corriere Espresso", "Price": "9.90", "Countries": [ "IT", "fr" ] },
              { "Name": "Corriere", "Price": 4.90, "Countries": [ "IT" ], "FreeFrom": "49" },
              { "Name": "Ritiro in negozio", "Price": "0" } ] } }
            """), Some.Euro, StripeChargeLimits.Instance);

        Assert.Equal(
            ["ritiro-in-negozio", "corriere", "corriere-espresso"],
            table.For(Some.Italy, Some.Eur(4899)).Select(offer => offer.Method.Id.Value));
        Assert.Equal([0, 490, 990], table.For(Some.Italy, Some.Eur(4899)).Select(offer => offer.Price.Minor));
        Assert.Equal([0, 0, 990], table.For(Some.Italy, Some.Eur(4900)).Select(offer => offer.Price.Minor).Order());
        Assert.Equal(
            ["ritiro-in-negozio", "corriere-espresso"],
            table.For(new Country("FR"), Some.Eur(1)).Select(offer => offer.Method.Id.Value));
    }

    [Theory]
    [InlineData("""{ "Name": "", "Price": "1" }""", "Delivery:Methods:0:Name")]
    [InlineData("""{ "Name": "A" }""", "Delivery:Methods:0:Price")]
    [InlineData("""{ "Name": "A", "Price": "-1" }""", "Delivery:Methods:0:Price")]
    [InlineData("""{ "Name": "A", "Price": "1.005" }""", "Delivery:Methods:0:Price")]
    [InlineData("""{ "Name": "A", "Price": "4,900" }""", "Delivery:Methods:0:Price")]
    [InlineData("""{ "Name": "A", "Price": "79228162514264337593543950335" }""", "Delivery:Methods:0:Price")]
    [InlineData("""{ "Name": "A", "Price": "1", "FreeFrom": "a lot" }""", "Delivery:Methods:0:FreeFrom")]
    [InlineData("""{ "Name": "A", "Price": "1", "Countries": [ "Italia" ] }""", "Delivery:Methods:0:Countries")]
    [InlineData("""{ "Name": "A", "Price": "1", "Countries": [ "ZZ" ] }""", "Delivery:Methods:0:Countries")]
    [InlineData("""{ "Name": "A", "Price": "1" }, { "Name": "a", "Price": "2" }""", "Delivery:Methods")]
    public void A_wrong_setting_names_the_line_to_mend(string methods, string line)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() =>
            DeliveryTable.From(Settings($$"""{ "Delivery": { "Methods": [ {{methods}} ] } }"""), Some.Euro, StripeChargeLimits.Instance));

        Assert.Contains(line, wrong.Message, StringComparison.Ordinal);
        Assert.Contains("appsettings.json", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_without_delivery_is_told_what_to_add() =>
        Assert.Contains(
            "\"Delivery\"", Assert
                .Throws<InvalidOperationException>(() => DeliveryTable.From(new DeliveryOptions(), Some.Euro, StripeChargeLimits.Instance))
                .Message,
            StringComparison.Ordinal);

    [Fact]
    public void Yen_have_no_decimals() =>
        Assert.Equal(
            500, DeliveryTable
                .From(
                    Settings("""{ "Delivery": { "Methods": [ { "Name": "A", "Price": "500" } ] } }"""), new Currency("JPY"),
                    StripeChargeLimits.Instance)
                .Methods[0]
                .Price.Minor);

    private static DeliveryOptions Settings(string json) => new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json))).Build()
        .GetSection("Delivery").Get<DeliveryOptions>() ?? new DeliveryOptions();
}
