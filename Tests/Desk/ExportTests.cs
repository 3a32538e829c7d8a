using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Desk;
using CommerceBot.Desk.Access;
using CommerceBot.Desk.Exports;
using CommerceBot.Desk.Orders;
using CommerceBot.Desk.Today;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Orders;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>Files that an accountant can use and a spreadsheet cannot be harmed by.</summary>
public sealed class ExportTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task An_order_is_a_row_for_each_line_and_one_for_the_delivery_and_they_add_up()
    {
        var order = await PaidAsync("exported", "Pesto");
        await shop.Merchant.RefundAsync(
            order.Number, new RefundTerms(null, [new RefundTermsLine(order.Lines[0].Sku.Value, 1)], false, false));
        await shop.Now.SettleAsync();
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Export Owner");
        var file = await desk.GetAsync("/desk/exports?handler=Orders&from=2026-11-01&until=2026-12-31");
        Assert.Equal("text/csv", file.Answer!.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("attachment", file.Answer.Content.Headers.ContentDisposition!.ToString(), StringComparison.Ordinal);
        var rows = Rows(file.Html).ToList();
        var head = rows[0].ToList();
        var mine = rows.Where(row => row[0] == order.Number.Value).ToList();
        Assert.Equal(order.Lines.Count + 1, mine.Count);
        Assert.Equal(order.Total.InMainUnit(), mine.Sum(row => Amount(row[head.IndexOf("gross")])));
        Assert.Equal(order.Vat.InMainUnit(), mine.Sum(row => Amount(row[head.IndexOf("VAT")])));
        Assert.Equal(order.Lines[0].UnitPrice.InMainUnit(), mine.Sum(row => Amount(row[head.IndexOf("refunded gross")])));
        Assert.Contains("Export orders 2026-11-01_2026-12-31", (await desk.GetAsync("/desk/people")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takings_by_rate_add_up_to_what_came_and_went_on_each_day()
    {
        var order = await PaidAsync("taken", "Cantucci");
        await shop.Merchant.RefundAsync(order.Number);
        await shop.Now.SettleAsync();
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Takings Owner");
        var file = await desk.GetAsync("/desk/exports?handler=Takings&from=2026-11-01&until=2026-12-31");
        var rows = Rows(file.Html).ToList();
        var head = rows[0].ToList();
        var ledgers = shop.Merchant.Orders().Select(shop.Merchant.LedgerOf).ToList();
        Assert.Equal(
            ledgers.Sum(ledger => (ledger.Taken?.InMainUnit() ?? 0) - (ledger.WentBack?.InMainUnit() ?? 0)),
            rows.Skip(1).Sum(row => Amount(row[head.IndexOf("total")])));
        Assert.All(rows.Skip(1), row => Assert.Equal(
            Amount(row[head.IndexOf("total")]), Amount(row[head.IndexOf("VAT")]) + Amount(row[head.IndexOf("net")])));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+39 333", "'+39 333")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("Rossi; Anna", "\"Rossi; Anna\"")]
    [InlineData("5\" pan", "\"5\"\" pan\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("Pesto", "Pesto")]
    public void What_somebody_outside_wrote_never_becomes_a_formula(string written, string cell)
    {
        Assert.Equal(cell + "\r\n", new CsvText(CultureInfo.GetCultureInfo("it-IT")).Row(written));
        Assert.Equal(cell + "\r\n", new CsvText(CultureInfo.GetCultureInfo("en-IE")).Row(written));
    }

    [Fact]
    public void Numbers_are_written_as_the_readers_spreadsheet_reads_them() =>
        Assert.Equal(
            ("-12,50;3\r\n", "-12.50,3\r\n"),
            (new CsvText(CultureInfo.GetCultureInfo("it-IT")).Row(-12.5m, 3),
                new CsvText(CultureInfo.GetCultureInfo("en-IE")).Row(-12.5m, 3)));

    [Fact]
    public void A_refund_by_lines_is_shared_over_the_rates_of_its_lines()
    {
        var order = Some.Order(OrderState.Shipped);
        order = order with { Delivery = order.Delivery with { VatRate = VatRate.Percent(10), Vat = Some.Eur(45) } };
        var part = new RefundPart(new Sku("mug-1"), 1, Some.Eur(1990), Some.Eur(359));
        var ledger = new PaymentLedger(
            order.Id, [],
            [
                new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, order.Total, Some.Noon, null, null),
                new PaymentFact(PaymentFactKind.Refunded, "re_1", null, Some.Eur(1990), Some.Noon.AddDays(1), null, null, "pi_1"),
                new PaymentFact(PaymentFactKind.Surplus, "pi_2", 2, order.Total, Some.Noon.AddDays(2), null, null),
            ], 0, [new Refund("r1", "pi_1", Some.Eur(1990), RefundCause.Merchant, Some.Noon, "re_1", [part])]);
        var parts = TakingsByRate.Of(order, ledger).ToList();
        Assert.Equal(order.Total, parts.Where(one => one.At == Some.Noon).Aggregate(Some.Eur(0), (sum, one) => sum + one.Gross));
        Assert.Equal([VatRate.Percent(22), VatRate.Percent(10)], parts.Where(one => one.At == Some.Noon).Select(one => one.Rate!.Value));
        Assert.Equal((VatRate.Percent(22), Some.Eur(-1990), Some.Eur(-359)), Of(parts.Single(one => one.At == Some.Noon.AddDays(1))));
        Assert.Null(parts.Single(one => one.At == Some.Noon.AddDays(2)).Rate);

        static (VatRate?, Money, Money) Of(TakingsPart one) => (one.Rate, one.Gross, one.Vat);
    }

    [Fact]
    public void What_went_to_other_countries_of_the_union_is_added_up_by_country_and_rate_and_nothing_else()
    {
        var sums = new OssReturn(new Country("IT"));
        var places = new[] { ("IT", "20121"), ("IE", "D02 X285"), ("IE", "D02 X285"), ("CH", "8001"), ("ES", "35001") };
        foreach (var (country, postcode) in places)
            sums.Add(To(country, postcode), Some.Noon, Some.Noon.AddDays(1));
        var late = To("IE", "D02 X285");
        sums.Add(late, Some.Noon.AddDays(1), Some.Noon.AddDays(2));
        var row = Assert.Single(sums.Rows(DeskTexts.English));
        Assert.Equal(("IE", 22m, 2 * late.Order.Total.InMainUnit(), 2 * late.Order.Vat.InMainUnit()), (row[0], row[1], row[2], row[5]));
    }

    [Fact]
    public async Task Customers_are_those_who_have_paid_each_once_with_what_they_paid()
    {
        var first = await PaidAsync("regular", "Pesto");
        await shop.PlayAsync(Shopping.Orders("window", "Pesto"));
        await shop.Merchant.RefundAsync(first.Number, new RefundTerms(100, [], false, false));
        await shop.Now.SettleAsync();
        using var desk = await DeskPeople.EnterAsync(shop.Now, DeskRole.Owner, "Customer Owner");
        var rows = Rows((await desk.GetAsync("/desk/exports?handler=Customers&from=2026-11-01&until=2026-12-31")).Html).ToList();
        var head = rows[0].ToList();
        var mine = Assert.Single(rows, row => row[0] == "regular@example.com");
        Assert.Equal(
            ("1", first.Total.InMainUnit(), 1m, "IT"),
            (mine[head.IndexOf("orders")], Amount(mine[head.IndexOf("paid")]), Amount(mine[head.IndexOf("refunded")]),
                mine[head.IndexOf("country")]));
        Assert.StartsWith("'+39", mine[head.IndexOf("phone")], StringComparison.Ordinal);
        Assert.DoesNotContain(rows, row => row[0] == "window@example.com");
    }

    [Theory]
    [InlineData("Europe/Rome", "2026-03-29", 23)]
    [InlineData("Europe/Rome", "2026-10-25", 25)]
    [InlineData("Europe/Rome", "2026-11-27", 24)]
    [InlineData("Africa/Cairo", "2026-04-24", 23)]
    public void A_day_is_as_long_as_the_shops_clock_makes_it(string zone, string day, int hours)
    {
        var (known, first) = (TimeZoneInfo.FindSystemTimeZoneById(zone), DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(hours, (LastDays.StartOf(first.AddDays(1), known) - LastDays.StartOf(first, known)).TotalHours);
    }

    private static IEnumerable<string[]> Rows(string csv) =>
        csv.TrimStart('\ufeff').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(row =>
            System.Text.RegularExpressions.Regex.Matches(row, "(?:^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)")
                .Select(cell => cell.Groups[1].Value.Trim('"')).ToArray());

    private static OrderDetails To(string country, string postcode)
    {
        var order = Some.Order(OrderState.Paid);
        order = order with { Address = order.Address with { Country = new Country(country), Postcode = postcode } };
        var paid = new PaymentFact(PaymentFactKind.Succeeded, "pi_1", 1, order.Total, Some.Noon, null, null);
        return new OrderDetails(order, new PaymentLedger(order.Id, [], [paid], 0, []), [], [], new Dictionary<string, string>());
    }

    private static decimal Amount(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    private async Task<Order> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com");
    }
}
