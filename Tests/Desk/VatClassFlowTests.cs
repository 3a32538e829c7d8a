using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.EndToEnd;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>A shop with two rates of VAT, from the form in the desk to what an accountant gets.</summary>
public sealed class VatClassFlowTests
{
    [Fact]
    public async Task A_class_set_in_the_desk_is_in_the_next_order_its_mail_and_its_takings_and_stays_when_a_feed_comes()
    {
        await using var host = await ShopHost.StartAsync(new() { Settings = ["Shop:VatRates:reduced=10"] });
        var merchant = new Merchant(host);
        using var desk = await DeskPeople.EnterAsync(host, DeskRole.Owner, "Vat Owner");
        await desk.GetAsync("/desk/products/edit?sku=pesto");
        Assert.Contains("VAT class Standard, 22 %", desk.View.Words, StringComparison.Ordinal);
        var saved = await desk.SubmitAsync("/desk/products/edit?handler=VatClass", ("VatClass", "reduced"));
        Assert.Contains("The VAT class is saved.", saved.Words, StringComparison.Ordinal);
        Assert.Contains("VAT class Reduced, 10 % your own word; the feed's is Standard, 22 %", saved.Words, StringComparison.Ordinal);
        await merchant.ImportAsync();

        await new Play(host).RunAsync(
            """
            vera says: Pesto
            vera taps: Dettagli on Pesto
            vera taps: Metti nel carrello on Pesto
            vera says: Grattugia
            vera taps: Dettagli on Grattugia
            vera taps: Metti nel carrello on Grattugia
            vera chooses: Vai alla cassa

            """ + Shopping.AnswersAll("vera") + "vera taps: Ordina e paga\nbot later: Paga sulla pagina sicura di Stripe\n"
            + "bot offers: Paga\npays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        var order = merchant.OrderOf("vera@example.com");
        Assert.Equal(VatRate.Percent(10), order.Lines.Single(line => line.Sku == new Sku("pesto")).VatRate);
        Assert.Equal(VatRate.Percent(22), order.Lines.Single(line => line.Sku != new Sku("pesto")).VatRate);
        Assert.Equal(2, order.Delivery.Shares.Count);
        var byRate = order.VatByRate();
        Assert.Equal((order.Total.Minor, order.Vat.Minor), (byRate.Sum(one => one.Gross.Minor), byRate.Sum(one => one.Vat.Minor)));

        var mail = (await new TestMailbox(host).OfAsync("vera@example.com"))[0];
        foreach (var share in byRate)
            Assert.Contains($"di cui IVA {share.Rate.Hundredths / 100}\u00a0% in", mail.Text, StringComparison.Ordinal);
        Assert.Contains("VAT 10 % in", (await desk.GetAsync($"/desk/orders/{order.Number}")).Words, StringComparison.Ordinal);

        await AssertTakingsAsync(desk, byRate);
        await merchant.RefundAsync(order.Number, new RefundTerms(777, [], false, false));
        await host.SettleAsync();
        await merchant.RefundAsync(order.Number);
        await host.SettleAsync();
        await AssertTakingsAsync(desk, [.. byRate.Select(one => one with { Gross = one.Gross - one.Gross, Vat = one.Vat - one.Vat })]);
        Assert.Contains("VAT class changed pesto: reduced", (await desk.GetAsync("/desk/people")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_without_a_rate_cannot_be_chosen()
    {
        await using var host = await ShopHost.StartAsync();
        using var desk = await DeskPeople.EnterAsync(host, DeskRole.Staff, "Vat Staff");
        foreach (var wrong in new[] { "parking", "reduced", "cheap" })
        {
            await desk.GetAsync("/desk/products/edit?sku=pesto");
            var after = await desk.SubmitAsync("/desk/products/edit?handler=VatClass", ("VatClass", wrong));
            Assert.Contains("Choose a class that has a rate.", after.Words, StringComparison.Ordinal);
        }
    }

    /// <summary>The daily takings by rate, to the cent.</summary>
    private static async Task AssertTakingsAsync(DeskVisitor desk, IReadOnlyList<VatShare> expected)
    {
        var file = await desk.GetAsync("/desk/exports?handler=Takings&from=2026-11-01&until=2026-12-31");
        var rows = file.Html.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Select(row => row.Split(',')).ToList();
        var head = rows[0].ToList();
        decimal Sum(string column, VatRate rate) => rows.Skip(1)
            .Where(row => row[head.IndexOf("VAT rate %")] == (rate.Hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture))
            .Sum(row => decimal.Parse(row[head.IndexOf(column)].TrimStart('\''), CultureInfo.InvariantCulture));
        foreach (var share in expected)
            Assert.Equal((share.Gross.InMainUnit(), share.Vat.InMainUnit()), (Sum("total", share.Rate), Sum("VAT", share.Rate)));
    }
}
