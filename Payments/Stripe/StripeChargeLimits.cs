using System.Collections.Frozen;
using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments.Stripe;

/// <summary>
/// What a Stripe payment can be at least and at most: all 24 rows of the table at
/// docs.stripe.com/currencies#minimum-and-maximum-charge-amounts, compared row by row on 2026-11-27. The page speaks of the currency
/// that is settled in, so the table is exact where a shop is paid out in what it charges; where Stripe names no least amount, or
/// converts, only Stripe can tell.
/// </summary>
public sealed class StripeChargeLimits : IChargeLimits
{
    private static readonly FrozenDictionary<string, long> Least = new Dictionary<string, long>
    {
        ["AED"] = 200, ["AUD"] = 50, ["BGN"] = 100, ["BRL"] = 50, ["CAD"] = 50, ["CHF"] = 50, ["CZK"] = 1500, ["DKK"] = 250,
        ["EUR"] = 50, ["GBP"] = 30, ["HKD"] = 400, ["HUF"] = 17500, ["INR"] = 50, ["JPY"] = 50, ["MXN"] = 1000, ["MYR"] = 200,
        ["NOK"] = 300, ["NZD"] = 50, ["PLN"] = 200, ["RON"] = 200, ["SEK"] = 300, ["SGD"] = 50, ["THB"] = 1000, ["USD"] = 50,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The table has no settings, so that one is enough.</summary>
    public static StripeChargeLimits Instance { get; } = new();

    /// <summary>Eight digits of minor units.</summary>
    public long MostMinor => 99_999_999;

    /// <summary>In minor units; 1 for a currency without a row.</summary>
    public long LeastMinor(Currency currency) => Least.GetValueOrDefault(currency.Code, 1);

    /// <summary>Three-decimal currencies end in 0; ISK and UGX are sent with two decimals that must be zero.</summary>
    public long Step(Currency currency) => currency switch
    {
        { Digits: 3 } => 10,
        { Code: "ISK" or "UGX" } => 100,
        _ => 1,
    };
}
