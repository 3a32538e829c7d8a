using CommerceBot.Payments.Stripe;
using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Amounts;
using CommerceBot.Commands;
using CommerceBot.Orders;
using CommerceBot.Tests.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog;

/// <summary>An amount is read as it is meant, or not at all: a thousand times more or less is nobody's to guess.</summary>
public sealed class AmountParserTests : IDisposable
{
    private readonly TestCatalog _category = new();

    [Theory]
    [InlineData("9.99 USD", 999, "USD")]
    [InlineData("19.9USD", 1990, "USD")]
    [InlineData("20USD", 2000, "USD")]
    [InlineData("20 EUR", 2000, "EUR")]
    [InlineData("20", 2000, "EUR")]
    [InlineData("usd 5.5", 550, "USD")]
    [InlineData("1,234.50 EUR", 123450, "EUR")]
    [InlineData("1.234,50 EUR", 123450, "EUR")]
    [InlineData("1.250,00", 125000, "EUR")]
    [InlineData("1 250,00", 125000, "EUR")]
    [InlineData("1\u202F250,00 EUR", 125000, "EUR")]
    [InlineData("1'250.50", 125050, "EUR")]
    [InlineData("12’345’678.50 CHF", 1234567850, "CHF")]
    [InlineData("1 250", 125000, "EUR")]
    [InlineData("1250.00", 125000, "EUR")]
    [InlineData("1250", 125000, "EUR")]
    [InlineData("1,250,000", 125000000, "EUR")] // a mark that comes twice is no decimal mark
    [InlineData("1.250.000 EUR", 125000000, "EUR")]
    [InlineData("1,250.500", 125050, "EUR")] // two marks: the last one is decimal
    [InlineData("9,9", 990, "EUR")]
    [InlineData("9.9000 EUR", 990, "EUR")]
    [InlineData("34.0000", 3400, "EUR")]
    [InlineData("0.500", 50, "EUR")] // no thousands begin with nothing
    [InlineData("1250.000", 125000, "EUR")] // nor with four digits
    [InlineData("500 JPY", 500, "JPY")]
    [InlineData("500.00 JPY", 500, "JPY")]
    [InlineData("1,000,000 JPY", 1000000, "JPY")]
    [InlineData("1.250 KWD", 1250, "KWD")]
    [InlineData("1.234 BHD", 1234, "BHD")]
    [InlineData("1,25 TND", 1250, "TND")]
    [InlineData("1.5KWD", 1500, "KWD")]
    [InlineData("1,250.000 KWD", 1250000, "KWD")]
    [InlineData("-3 EUR", -300, "EUR")]
    public void What_is_clear_is_read(string text, long minor, string currency)
    {
        Assert.True(AmountParser.TryParse(text, new Currency("EUR"), out var price, out _));
        Assert.Equal(new Money(minor, new Currency(currency)), price);
    }

    [Theory]
    [InlineData("")]
    [InlineData("free")]
    [InlineData("EUR")]
    [InlineData("1.2.3 EUR")]
    [InlineData("12,34,567.00 EUR")]
    [InlineData("1.250.00")]
    [InlineData("1,250 500")]
    [InlineData("0.250.000")]
    [InlineData("1234.567.890")]
    [InlineData("12.3456 EUR")]
    [InlineData("9.5 JPY")]
    [InlineData("1e3 EUR")]
    [InlineData("€ 5")]
    [InlineData("9. EUR")]
    [InlineData("1 25")]
    [InlineData("١٢")]
    [InlineData("99999999999999999999 EUR")]
    public void What_is_none_is_no_amount(string text) => Assert.False(AmountParser.TryParse(text, new Currency("EUR"), out _, out _));

    [Theory]
    [InlineData("1.250 EUR", "1250.00 EUR", "1.25 EUR")]
    [InlineData("1,250", "1250.00 EUR", "1.25 EUR")]
    [InlineData("1.500", "1500.00 EUR", "1.50 EUR")]
    [InlineData("12.000USD", "12000.00 USD", "12.00 USD")]
    [InlineData("-1,234", "-1234.00 EUR", "2 decimals at most")]
    [InlineData("9.999 EUR", "9999.00 EUR", "2 decimals at most")]
    [InlineData("1.000 JPY", "1000 JPY", "1 JPY")]
    [InlineData("999,000 JPY", "999000 JPY", "999 JPY")]
    [InlineData("1,250 KWD", "1250.000 KWD", "1.250 KWD")]
    [InlineData("1,500 TND", "1500.000 TND", "1.500 TND")]
    public void A_mark_that_could_be_thousands_is_refused_with_both_ways_to_write_it(string text, params string[] ways)
    {
        Assert.False(AmountParser.TryParse(text, new Currency("EUR"), out _, out var advice));
        Assert.All(ways, way => Assert.Contains(way, advice, StringComparison.Ordinal));
    }

    [Fact]
    public void No_grouping_of_any_amount_is_ever_read_as_another_amount() =>
        Gen.Select(Gen.Long[0, 9_999_999_999], Gen.Int[0, 4].Select(i =>
            new[] { ("EUR", 2), ("USD", 2), ("JPY", 0), ("KWD", 3), ("TND", 3) }[i]), Gen.Char[".,' "], Gen.Char[".,"], Gen.Int[0, 5])
            .Sample((minor, currency, group, point, digits) =>
        {
            var money = new Money(minor, new Currency(currency.Item1));
            if (group == point || digits < currency.Item2)
                return;
            var format = new NumberFormatInfo { NumberGroupSeparator = group.ToString(), NumberDecimalSeparator = point.ToString() };
            var text = money.InMainUnit().ToString($"N{digits}", format);
            if (AmountParser.TryParse(text, money.Currency, out var read, out _))
                Assert.Equal(money, read);
        });

    [Fact]
    public void Every_sum_written_out_is_read_back() =>
        Gen.Select(Gen.Long[0, 99_999_999], Gen.Int[0, 2].Select(i => new[] { "EUR", "JPY", "KWD" }[i])).Sample((minor, code) =>
        {
            var money = new Money(minor, new Currency(code));
            Assert.True(AmountParser.TryParse(money.Plain(), new Currency("EUR"), out var price, out _), money.Plain());
            Assert.Equal(money, price);
        });

    [Fact]
    public void No_text_at_all_makes_it_fall_over() =>
        Gen.String.Sample(text => AmountParser.TryParse(text, new Currency("EUR"), out _, out _) || true);

    [Theory]
    [InlineData("1.250 EUR")]
    [InlineData("2.000")]
    [InlineData("3,500 EUR")]
    public async Task A_feeds_row_with_such_a_price_is_left_out_and_named(string price)
    {
        var report = await _category.Rows(TestCatalog.Row(id: "good"), TestCatalog.Row(price: price));
        var error = Assert.Single(report.Problems, problem => problem.IsError);
        Assert.Equal((3, "price", price), (error.Line, error.Column, error.Value));
        Assert.Contains("thousands", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sale_price_that_could_be_thousands_reduces_nothing_and_is_named()
    {
        var report = await _category.Rows(TestCatalog.Row(price: "2000 EUR", sale: "1.500 EUR"));
        Assert.Equal("sale_price", Assert.Single(report.Problems).Column);
        Assert.Null((await _category.Variant("mug-1")).Sale);
    }

    [Theory]
    [InlineData("1.000", null)]
    [InlineData("2,500", null)]
    [InlineData("1 000", 1000)]
    [InlineData("1,000,000", 999_999)]
    [InlineData("12.0000", 12)]
    public async Task Pieces_are_read_as_amounts_are(string quantity, int? pieces)
    {
        var report = await _category.Rows(TestCatalog.Row(id: "good"), TestCatalog.Row(quantity: quantity));
        if (pieces is { } known)
            Assert.Equal(known, (await _category.Variant("mug-1")).Available);
        else
            Assert.Equal(("quantity_to_sell_on_facebook", true),
                (Assert.Single(report.Problems).Column, report.Problems[0].Advice.Contains("thousands", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1.250")]
    [InlineData("1,250")]
    [InlineData("1.000 EUR")]
    public void A_refund_that_could_be_a_thousand_times_more_is_no_command(string text) =>
        Assert.Null(RefundCommand.Of(Some.Order(), text, [], delivery: false, restock: false));

    [Theory]
    [InlineData("1.250,00", 125000)]
    [InlineData("1 250,00", 125000)]
    [InlineData("1'250.50", 125050)]
    [InlineData("4,90", 490)]
    [InlineData("4.90 EUR", 490)]
    public void A_delivery_price_is_read_as_feeds_read_theirs(string text, long minor) =>
        Assert.Equal(minor, Delivery(text, "9999").Methods[0].Price.Minor);

    [Theory]
    [InlineData("1.250", "1", "Price is '1.250'")]
    [InlineData("1,500", "1", "Price is '1,500'")]
    [InlineData("5", "1.000", "FreeFrom is '1.000'")]
    [InlineData("5 USD", "10", "Price is '5 USD'")]
    public void A_delivery_setting_that_could_be_thousands_is_named_with_its_line(string price, string freeFrom, string named)
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Delivery(price, freeFrom)).Message;
        Assert.Contains("Delivery:Methods:0:" + named, wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5,5", "5.5 %")]
    [InlineData("22.00", "22 %")]
    [InlineData("5.500", null)]
    [InlineData("much", null)]
    public void A_vat_rate_with_a_comma_is_no_rate_ten_times_as_high(string text, string? rate)
    {
        var settings = new Microsoft.Extensions.Configuration.ConfigurationManager();
        settings["Shop:VatRate"] = text;
        settings["Delivery:Methods:0:Name"] = "Courier";
        settings["Delivery:Methods:0:Price"] = "5";
        ShopSettings Read() => ShopOptions.Read(settings, () => new Uri("http://localhost"), isLive: false, StripeChargeLimits.Instance);
        if (rate is null)
            Assert.Contains("Shop:VatRate", Assert.Throws<InvalidOperationException>(Read).Message, StringComparison.Ordinal);
        else
            Assert.Equal(rate, Read().Prices.Vat.Standard.ToString());
    }

    public void Dispose() => _category.Dispose();

    private static DeliveryTable Delivery(string price, string freeFrom)
    {
        var options = new DeliveryOptions();
        options.Methods["0"] = new DeliveryMethodOptions { Name = "Courier", Price = price, FreeFrom = freeFrom };
        return DeliveryTable.From(options, Some.Euro, StripeChargeLimits.Instance);
    }
}
