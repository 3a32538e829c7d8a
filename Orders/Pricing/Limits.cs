using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>What a card payment can be at least and at most (docs.stripe.com/currencies, read 2026-11-23).</summary>
internal static class Limits
{
    /// <summary>Eight digits of minor units.</summary>
    public const long MostMinor = 99_999_999;

    private static readonly Dictionary<string, long> Least = new(StringComparer.Ordinal)
    {
        ["USD"] = 50, ["CAD"] = 50, ["EUR"] = 50, ["CHF"] = 50, ["AUD"] = 50, ["SGD"] = 50, ["JPY"] = 50,
        ["GBP"] = 30, ["DKK"] = 250, ["NOK"] = 300, ["SEK"] = 300, ["HKD"] = 400, ["MXN"] = 1000,
    };

    /// <summary>Whether an amount can stand in a checkout: some currencies are charged in tens or hundreds of the smallest unit only.</summary>
    public static bool CanCharge(Money amount) => amount.Minor is >= 0 and <= MostMinor && amount.Minor % Step(amount.Currency) == 0;

    public static long LeastMinor(Currency currency) => Least.GetValueOrDefault(currency.Code, 1);

    /// <summary>The smallest amount that can be charged or refunded, in minor units; every amount is a multiple of it.</summary>
    public static long Step(Currency currency) => currency switch
    {
        { Digits: 3 } => 10,
        { Code: "ISK" or "UGX" } => 100,
        _ => 1,
    };
}
