using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog;

public sealed class FeedPriceTests
{
    [Theory]
    [InlineData("9.99 USD", 999, "USD")]
    [InlineData("19.9USD", 1990, "USD")]
    [InlineData("20USD", 2000, "USD")]
    [InlineData("20 EUR", 2000, "EUR")]
    [InlineData("20", 2000, "EUR")]
    [InlineData("usd 5.5", 550, "USD")]
    [InlineData("1,234.50 EUR", 123450, "EUR")]
    [InlineData("1.234,50 EUR", 123450, "EUR")]
    [InlineData("9,9", 990, "EUR")]
    [InlineData("9.9000 EUR", 990, "EUR")]
    [InlineData("500 JPY", 500, "JPY")]
    [InlineData("500.00 JPY", 500, "JPY")]
    [InlineData("1.234 KWD", 1234, "KWD")]
    [InlineData("1.5KWD", 1500, "KWD")]
    [InlineData("-3 EUR", -300, "EUR")]
    public void Prices_are_read_as_feeds_write_them(string text, long minor, string currency)
    {
        Assert.True(FeedPrice.TryRead(text, new Currency("EUR"), out var price, out _));
        Assert.Equal(new Money(minor, new Currency(currency)), price);
    }

    [Theory]
    [InlineData("")]
    [InlineData("free")]
    [InlineData("EUR")]
    [InlineData("1,234 EUR")] // one euro and something, or a thousand and more? nobody knows
    [InlineData("1.2.3 EUR")]
    [InlineData("12,34,567.00 EUR")]
    [InlineData("9.999 EUR")]
    [InlineData("9.5 JPY")]
    [InlineData("1e3 EUR")]
    [InlineData("€ 5")]
    [InlineData("9. EUR")]
    [InlineData("99999999999999999999 EUR")]
    public void What_could_be_misread_is_no_price(string text) =>
        Assert.False(FeedPrice.TryRead(text, new Currency("EUR"), out _, out _));

    [Fact]
    public void Every_sum_written_out_is_read_back() =>
        Gen.Select(Gen.Long[0, 99_999_999], Gen.Int[0, 2].Select(i => new[] { "EUR", "JPY", "KWD" }[i]), Gen.Bool.Select(blank => blank ? " " : "")).Sample((minor, code, space) =>
        {
            var currency = new Currency(code);
            var scale = Enumerable.Repeat(10m, currency.Digits).Aggregate(1m, (a, b) => a * b);
            var text = (minor / scale).ToString("F" + currency.Digits, CultureInfo.InvariantCulture) + space + code;
            Assert.True(FeedPrice.TryRead(text, new Currency("EUR"), out var price, out _), text);
            Assert.Equal(new Money(minor, currency), price);
        });

    [Fact]
    public void No_text_at_all_makes_it_fall_over() =>
        Gen.String.Sample(text => FeedPrice.TryRead(text, new Currency("EUR"), out _, out _) || true);
}
