using System.Net;
using System.Xml.Linq;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>What the desk shows first.</summary>
public sealed class TodayTests(OpenShop shop) : IClassFixture<OpenShop>
{
    private static int _shoppers;

    [Fact]
    public async Task Today_counts_what_waits_and_adds_up_what_was_taken_less_what_went_back()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Viewer, "Today Viewer");
        var before = await SumAsync(desk);
        var order = await PaidAsync("Cantucci");
        await shop.Merchant.RefundAsync(order.Number, new RefundTerms(150, [], false, false));
        await shop.Now.SettleAsync();
        Assert.Equal(before + order.Total.InMainUnit() - 1.50m, await SumAsync(desk));
        var page = await desk.GetAsync("/desk");
        Assert.Contains(order.Number.Value, page.Words, StringComparison.Ordinal);
        Assert.Matches(@"\b[1-9][0-9]* to ship", page.Words);
    }

    [Fact]
    public async Task Sales_are_drawn_for_light_and_for_dark_pages_with_no_script_in_them()
    {
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Viewer, "Chart Viewer");
        await PaidAsync("Pesto");
        var pictures = new List<string>();
        foreach (var path in new[] { "/desk/takings.svg", "/desk/takings.svg?dark=true" })
        {
            var picture = await desk.SendAsync(HttpMethod.Get, path);
            Assert.Equal("image/svg+xml", picture.Answer!.Content.Headers.ContentType!.MediaType);
            var svg = XDocument.Parse(picture.Html).Root!;
            Assert.Equal("svg", svg.Name.LocalName);
            Assert.DoesNotContain(svg.Descendants(), element => element.Name.LocalName is "script" or "foreignObject");
            Assert.Contains(
                svg.Descendants(), element => element.Name.LocalName == "text"
                    && element.Value.Contains("Nov", StringComparison.OrdinalIgnoreCase));
            pictures.Add(picture.Html);
        }

        Assert.NotEqual(pictures[0], pictures[1]);
    }

    private static async Task<decimal> SumAsync(DeskVisitor desk)
    {
        var page = await desk.GetAsync("/desk");
        var sum = System.Text.RegularExpressions.Regex.Match(page.Html, "<p class=\"sum\">(?<sum>[^<]+)</p>").Groups["sum"].Value;
        return decimal.Parse(
            WebUtility.HtmlDecode(sum).Replace("€", "", StringComparison.Ordinal),
            System.Globalization.CultureInfo.GetCultureInfo("en-IE"));
    }

    private async Task<Order> PaidAsync(string product, string? who = null)
    {
        who ??= $"today{Interlocked.Increment(ref _shoppers)}";
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com");
    }
}
