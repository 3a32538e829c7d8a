using CommerceBot.Catalog;
using CommerceBot.Payments.Stripe;
using Xunit;

namespace CommerceBot.Tests.Payments;

public sealed class StripeChargeLimitsTests
{
    /// <summary>All of docs.stripe.com/currencies#minimum-and-maximum-charge-amounts, in minor units (2026-11-27).</summary>
    [Theory]
    [InlineData("USD", 50)]
    [InlineData("AED", 200)]
    [InlineData("AUD", 50)]
    [InlineData("BGN", 100)]
    [InlineData("BRL", 50)]
    [InlineData("CAD", 50)]
    [InlineData("CHF", 50)]
    [InlineData("CZK", 1500)]
    [InlineData("DKK", 250)]
    [InlineData("EUR", 50)]
    [InlineData("GBP", 30)]
    [InlineData("HKD", 400)]
    [InlineData("HUF", 17500)]
    [InlineData("INR", 50)]
    [InlineData("JPY", 50)]
    [InlineData("MXN", 1000)]
    [InlineData("MYR", 200)]
    [InlineData("NOK", 300)]
    [InlineData("NZD", 50)]
    [InlineData("PLN", 200)]
    [InlineData("RON", 200)]
    [InlineData("SEK", 300)]
    [InlineData("SGD", 50)]
    [InlineData("THB", 1000)]
    [InlineData("ALL", 1)]
    public void The_least_amount_is_the_gateways(string code, long least) =>
        Assert.Equal(least, StripeChargeLimits.Instance.LeastMinor(new Currency(code)));
}
