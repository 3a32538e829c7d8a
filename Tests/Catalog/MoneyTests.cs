using CommerceBot.Catalog;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Catalog;

public sealed class MoneyTests
{
    private static readonly Currency Euro = new("EUR");

    [Theory]
    [InlineData(1990, "EUR", "19.90 EUR")]
    [InlineData(5, "EUR", "0.05 EUR")]
    [InlineData(1500, "JPY", "1500 JPY")]
    [InlineData(12340, "KWD", "12.340 KWD")]
    [InlineData(-250, "USD", "-2.50 USD")]
    [InlineData(50000, "HUF", "500.00 HUF")]
    public void Money_is_written_plainly_with_its_currencys_decimals(long minor, string code, string plain) =>
        Assert.Equal(plain, new Money(minor, new Currency(code)).Plain());

    [Fact]
    public void Ten_euros_split_in_three_lose_no_cent() =>
        Assert.Equal([334, 333, 333], new Money(1000, Euro).Split(1, 1, 1).Select(share => share.Minor));

    [Fact]
    public void A_refund_splits_as_its_price_did() =>
        Assert.Equal([-334, -333, -333], new Money(-1000, Euro).Split(1, 1, 1).Select(share => share.Minor));

    [Fact]
    public void Whatever_the_weights_the_shares_add_up_and_none_is_a_cent_off() =>
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Long[0, 1_000_000].Array[1, 12])
            .Where(x => x.Item2.Sum() > 0)
            .Sample(
                (whole, weights) =>
                {
                    var shares = new Money(whole, Euro).Split(weights);
                    Assert.Equal(whole, shares.Sum(share => share.Minor));
                    var total = (decimal)weights.Sum();
                    Assert.All(shares.Zip(weights), pair => Assert.True(Math.Abs(pair.First.Minor - whole * pair.Second / total) < 1));
                }
            );

    [Fact]
    public void A_line_that_weighs_nothing_gets_nothing() =>
        Gen.Select(Gen.Long[0, 100_000], Gen.Long[1, 1000]).Sample((whole, weight) =>
            Assert.Equal(0, new Money(whole, Euro).Split(0, weight, 0)[2].Minor));

    [Fact]
    public void The_largest_sum_splits_without_overflow()
    {
        var shares = new Money(long.MaxValue, Euro).Split(long.MaxValue, long.MaxValue);
        Assert.Equal(long.MaxValue, shares[0].Minor + shares[1].Minor);
    }

    [Fact]
    public void Nothing_to_split_by_is_an_error() =>
        Assert.Throws<ArgumentException>(() => new Money(100, Euro).Split(0, 0));

    [Fact]
    public void A_negative_weight_is_an_error() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Money(100, Euro).Split(2, -1));

    [Fact]
    public void Euros_and_dollars_do_not_add_or_compare()
    {
        var (euros, dollars) = (new Money(1, Euro), new Money(1, new Currency("USD")));
        Assert.Throws<InvalidOperationException>(() => euros + dollars);
        Assert.Throws<InvalidOperationException>(() => euros < dollars);
    }

    [Fact]
    public void A_sum_too_large_to_count_is_an_error_and_never_wraps() =>
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue, Euro) * 2);

    [Theory]
    [InlineData("EUR", 2)]
    [InlineData("JPY", 0)]
    [InlineData("KWD", 3)]
    [InlineData("HUF", 2)]
    [InlineData("UGX", 2)]
    public void Each_currency_has_its_decimals(string code, int digits) => Assert.Equal(digits, new Currency(code).Digits);

    [Theory]
    [InlineData("eur")]
    [InlineData("EURO")]
    [InlineData("€")]
    [InlineData("")]
    public void What_is_no_code_is_no_currency(string code) => Assert.Throws<ArgumentException>(() => new Currency(code));

    [Fact]
    public void A_code_is_read_in_any_case()
    {
        Assert.True(Currency.TryParse(" eur ", out var currency));
        Assert.Equal(Euro, currency);
        Assert.False(Currency.TryParse("E1R", out _));
        Assert.False(Currency.TryParse(null, out _));
    }
}
