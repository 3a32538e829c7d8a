using System.Numerics;
using CommerceBot.Orders;
using CsCheck;
using Xunit;

namespace CommerceBot.Tests.Orders;

public sealed class VatTests
{
    /// <summary>Worked by hand: gross * 100 / (100 + rate), rounded half away from zero, and the rest is VAT.</summary>
    [Theory]
    [InlineData(1990, 22, 359)]      // 1631.147... -> 1631
    [InlineData(490, 22, 88)]        // 401.639... -> 402
    [InlineData(12200, 22, 2200)]    // exact
    [InlineData(1, 22, 0)]           // 0.819... -> 1
    [InlineData(2, 22, 0)]           // 1.639... -> 2
    [InlineData(3, 22, 1)]           // 2.459... -> 2
    [InlineData(0, 22, 0)]
    [InlineData(1100, 10, 100)]      // exact
    [InlineData(999, 10, 91)]        // 908.181... -> 908
    [InlineData(105, 5, 5)]          // exact
    [InlineData(1000, 4, 38)]        // 961.538... -> 962
    [InlineData(1055, 5.5, 55)]      // exact
    [InlineData(3, 100, 1)]          // 1.5 -> 2: the half goes away from zero
    [InlineData(5, 100, 2)]          // 2.5 -> 3
    [InlineData(1990, 0, 0)]
    [InlineData(99999999, 22, 18032787)] // 81967212.295... -> 81967212
    [InlineData(-3, 100, -1)]        // -1.5 -> -2
    [InlineData(-1990, 22, -359)]
    public void Vat_inside_a_price_is_what_a_calculator_says(long gross, double rate, long vat) =>
        Assert.Equal(Some.Eur(vat), VatRate.Percent((decimal)rate).Inside(Some.Eur(gross)));

    [Fact]
    public void Vat_agrees_with_exact_fractions_for_any_amount_and_rate() =>
        Gen.Select(Gen.Long[-99_999_999, 99_999_999], Gen.Int[0, 10_000]).Sample((gross, rate) =>
        {
            var net = gross - new VatRate(rate).Inside(Some.Eur(gross)).Minor;
            // |net - gross * 10000 / (10000 + rate)| <= 1/2, in whole numbers.
            var off = BigInteger.Abs((BigInteger)net * (10_000 + rate) - (BigInteger)gross * 10_000) * 2;
            Assert.True(off <= 10_000 + rate);
            Assert.Equal(-new VatRate(rate).Inside(Some.Eur(gross)).Minor, new VatRate(rate).Inside(Some.Eur(-gross)).Minor);
        });

    [Theory]
    [InlineData(-1)]
    [InlineData(100.01)]
    [InlineData(22.001)]
    public void A_rate_that_no_state_has_is_refused(double percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VatRate.Percent((decimal)percent));
}
