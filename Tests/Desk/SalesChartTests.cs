using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CommerceBot.Catalog;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Goods;
using CommerceBot.Desk.Today;
using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>How many pieces of a product were sold on each of the last thirty days, drawn on its page.</summary>
public sealed class SalesChartTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static int _shoppers;

    [Fact]
    public async Task A_paid_order_is_counted_on_its_day_and_taken_off_again_when_it_is_cancelled()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Viewer, "Sales Viewer");
        Assert.Equal((0, 0), await SoldAsync(desk, "passata"));
        var order = await PaidAsync("Passata");
        Assert.Equal((1, 1), await SoldAsync(desk, "passata"));
        await PaidAsync("Passata");
        Assert.Equal((2, 2), await SoldAsync(desk, "passata"));
        await shop.Merchant.RefundAsync(order.Number, new RefundTerms(null, [], false, true));
        await shop.Now.SettleAsync();
        Assert.Equal((1, 1), await SoldAsync(desk, "passata"));
    }

    [Fact]
    public async Task All_variants_of_a_product_are_counted_together_and_only_those_of_the_last_thirty_days()
    {
        var now = shop.Now.Time.GetUtcNow();
        using (var session = shop.Now.Get<Database>().OpenSession())
        {
            Add(session, "old", "moka-1", 7, now.AddDays(-40));
            Add(session, "old", "moka-1", -7, now.AddDays(-1)); // of a sale before: nothing of it is drawn
            Add(session, "new", "moka-1", 3, now.AddDays(-2));
            Add(session, "new", "moka-3", 4, now.AddDays(-2));
            Add(session, "new", "moka-3", -1, now.AddDays(-1)); // counts where it was sold
        }

        var month = LastDays.Until(now, TimeZoneInfo.Utc);
        var sold = await shop.Now.Get<ISales>().OfProductAsync(new Sku("moka-6"), month.Begin, CancellationToken.None);
        var days = month.AddUp(sold!);
        Assert.Equal((LastDays.Count, 6), (days.Count, days[^3].Pieces));
        Assert.Equal(6, days.Sum(day => day.Pieces));
    }

    [Fact]
    public void A_sale_before_midnight_elsewhere_is_of_the_shops_own_day()
    {
        var rome = TimeZoneInfo.FindSystemTimeZoneById("Europe/Rome");
        var month = LastDays.Until(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), rome);
        var days = month.AddUp(
        [
            (new DateTimeOffset(2026, 11, 22, 22, 45, 0, TimeSpan.Zero), 2), (new DateTimeOffset(2026, 11, 22, 23, 0, 0, TimeSpan.Zero), 5),
        ]);
        Assert.Equal([(new DateOnly(2026, 11, 22), 2L), (new DateOnly(2026, 11, 23), 5L)], days.TakeLast(2));
    }

    [Fact]
    public async Task The_picture_has_no_script_in_it_and_a_product_that_is_not_there_has_none()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Viewer, "Picture Viewer");
        var picture = await desk.SendAsync(HttpMethod.Get, "/desk/products/sales.svg?sku=pesto&narrow=true");
        Assert.Equal("image/svg+xml", picture.Answer!.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", picture.Answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            XDocument.Parse(picture.Html).Descendants(), element => element.Name.LocalName is "script" or "foreignObject");
        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync(HttpMethod.Get, "/desk/products/sales.svg?sku=nothing")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await desk.SendAsync(HttpMethod.Get, "/desk/products/sales.svg")).Status);
    }

    /// <summary>Pieces in all, and those of today in the table under the picture.</summary>
    private static async Task<(long All, long Today)> SoldAsync(DeskVisitor desk, string sku)
    {
        var page = await desk.GetAsync($"/desk/products/edit?sku={sku}");
        var all = Regex.Match(page.Html, "<p class=\"sum\">(?<sum>[0-9]+) piece").Groups["sum"].Value;
        var today = Regex.Match(
            page.Html, "<caption class=\"hidden\">Sold in the last 30 days</caption>.*?<td class=\"number\">(?<n>-?[0-9]+)<",
            RegexOptions.Singleline).Groups["n"].Value;
        return (long.Parse(all, System.Globalization.CultureInfo.InvariantCulture),
            long.Parse(today, System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void Add(Session session, string order, string sku, int pieces, DateTimeOffset at) =>
        session["INSERT INTO allocation (order_id, sku, quantity, at) VALUES (?1, ?2, ?3, ?4)"].Bind(1, order).Bind(2, sku)
            .Bind(3, pieces).Bind(4, at.ToUnixTimeMilliseconds()).Execute();

    private async Task<Order> PaidAsync(string product)
    {
        var who = $"sales{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com");
    }
}
