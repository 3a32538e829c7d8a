using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>Late in the evening it is tomorrow already where the shop is.</summary>
public sealed class ShopClockTests
{
    [Theory]
    [InlineData("Shop:Country=IT", "24 nov 2026")]
    [InlineData("Shop:TimeZone=America/New_York", "23 nov 2026")]
    public async Task An_orders_day_is_the_shops(string setting, string inRow)
    {
        await using var own = await ShopHost.StartAsync(new ShopHostOptions { Settings = [setting] });
        await own.JumpAsync(TimeSpan.FromHours(14.5)); // 23:30 in Greenwich.
        var play = new Play(own);
        await play.RunAsync(Shopping.Orders("anna", "Pesto") + "pays: success\n");
        await play.RunAsync($"anna says: i miei ordini\nbot later: {inRow}");
        var order = new Merchant(own).OrderOf("anna@example.com");
        Assert.Equal(TimeSpan.Zero, order.Created.Offset);
    }

    [Theory]
    [InlineData("IT", "Europe/Rome")]
    [InlineData("IE", "Europe/Dublin")]
    [InlineData("AQ", "UTC")]
    public void A_shop_of_no_zone_has_its_countrys(string country, string zone) =>
        Assert.Equal(zone, ShopTimeZone.Of(new Country(country)).Id);
}
