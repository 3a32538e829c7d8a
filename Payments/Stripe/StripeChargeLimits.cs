using System.Collections.Frozen;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments.Stripe;

/// <summary>
/// What a Stripe payment can be at least and at most (docs.stripe.com/currencies#minimum-and-maximum-charge-amounts, read
/// 2026-11-27). Where Stripe names no least amount it converts from the settlement currency: only Stripe can tell then.
/// </summary>
public sealed class StripeChargeLimits : IChargeLimits
{
    private static readonly FrozenDictionary<string, long> Least = new Dictionary<string, long>
    {
        ["AED"] = 200, ["AUD"] = 50, ["BGN"] = 100, ["BRL"] = 50, ["CAD"] = 50, ["CHF"] = 50, ["CZK"] = 1500, ["DKK"] = 250,
        ["EUR"] = 50, ["GBP"] = 30, ["HKD"] = 400, ["HUF"] = 17500, ["INR"] = 50, ["JPY"] = 50, ["MXN"] = 1000, ["MYR"] = 200,
        ["NOK"] = 300, ["NZD"] = 50, ["PLN"] = 200, ["RON"] = 200, ["SEK"] = 300, ["SGD"] = 50, ["THB"] = 1000, ["USD"] = 50,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static StripeChargeLimits Instance { get; } = new();

    /// <summary>Eight digits of minor units.</summary>
    public long MostMinor => 99_999_999;

    public long LeastMinor(Currency currency) => Least.GetValueOrDefault(currency.Code, 1);

    /// <summary>Three-decimal currencies end in 0; ISK and UGX are sent with two decimals that must be zero.</summary>
    public long Step(Currency currency) => currency switch
    {
        { Digits: 3 } => 10,
        { Code: "ISK" or "UGX" } => 100,
        _ => 1,
    };
}
