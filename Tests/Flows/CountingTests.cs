using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Flows;

/// <summary>The merchant counts while the chat sells.</summary>
public sealed class CountingTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task The_feed_of_the_night_imported_at_noon_does_not_bring_back_what_was_sold_since()
    {
        await shop.Merchant.ImportAsync(("vase", null, 2));
        var night = shop.Now.Time.GetUtcNow();
        await shop.Now.PassAsync(TimeSpan.FromMinutes(1));
        await shop.PlayAsync(Shopping.Orders("mara", "Vaso tondo") + """
            pays: success
            bot to mara: RECEIPT
            """);
        await shop.Merchant.ImportAsOfAsync(night, ("vase", null, 2));
        Assert.Equal("2 1", Stock());
        await shop.Now.PassAsync(TimeSpan.FromMinutes(1));
        await shop.Merchant.ImportAsync(("vase", null, 1));
        Assert.Equal("1 0", Stock());
        await shop.Merchant.ImportAsOfAsync(night, ("vase", null, 9));
        Assert.Equal("1 0", Stock());
    }

    [Fact]
    public async Task What_the_merchant_counts_by_hand_is_what_the_next_shopper_sees()
    {
        shop.Merchant.Count("carafe", 0);
        await shop.PlayAsync("""
            nino says: caraffa
            bot later: Esaurito
            """);
        shop.Merchant.Count("carafe", 1);
        await shop.PlayAsync(Shopping.Orders("olga", "Caraffa") + """
            nino says: caraffa
            bot later: Esaurito
            """);
    }

    private string? Stock() => shop.Now.Text("SELECT on_hand || ' ' || allocated FROM stock WHERE sku = 'vase'");
}
