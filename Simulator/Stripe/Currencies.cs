using System.Collections.Frozen;
using System.Globalization;

namespace CommerceBot.Simulator.Stripe;

/// <summary>
/// Stripe's own rules for currencies, which are not ICU's: digits, least amounts, and amounts that must be round.
/// https://docs.stripe.com/currencies (2026-11-23; all rows of its least amounts compared on 2026-11-27)
/// </summary>
internal static class Currencies
{
    public const long LargestAmount = 99_999_999;

    private static readonly FrozenSet<string> Supported = Words("""
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD CDF CHF CLP CNY COP
        CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY
        KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK
        NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD STD SZL THB TJS TND TOP
        TRY TTD TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XOF XPF YER ZAR ZMW
        """);

    private static readonly FrozenSet<string> WholeUnits = Words("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF");
    private static readonly FrozenSet<string> Thousandths = Words("BHD JOD KWD OMR TND");

    /// <summary>Sent with two digits that must be zero.</summary>
    private static readonly FrozenSet<string> RoundHundreds = Words("ISK UGX");

    private static readonly FrozenDictionary<string, long> Least = new Dictionary<string, long>
    {
        ["AED"] = 200, ["AUD"] = 50, ["BGN"] = 100, ["BRL"] = 50, ["CAD"] = 50, ["CHF"] = 50, ["CZK"] = 1500, ["DKK"] = 250,
        ["EUR"] = 50, ["GBP"] = 30, ["HKD"] = 400, ["HUF"] = 17500, ["INR"] = 50, ["JPY"] = 50, ["MXN"] = 1000, ["MYR"] = 200,
        ["NOK"] = 300, ["NZD"] = 50, ["PLN"] = 200, ["RON"] = 200, ["SEK"] = 300, ["SGD"] = 50, ["THB"] = 1000, ["USD"] = 50,
    }.ToFrozenDictionary();

    public static bool Knows(string code) => Supported.Contains(code.ToUpperInvariant());

    public static int Digits(string code) =>
        WholeUnits.Contains(code.ToUpperInvariant()) ? 0 : Thousandths.Contains(code.ToUpperInvariant()) ? 3 : 2;

    /// <summary>Where Stripe names no least amount it converts from its own; here anything above nothing will do.</summary>
    public static long LeastAmount(string code) => Least.GetValueOrDefault(code.ToUpperInvariant(), 1);

    public static void CheckRound(string code, long amount, string param)
    {
        var step = Thousandths.Contains(code.ToUpperInvariant()) ? 10 : RoundHundreds.Contains(code.ToUpperInvariant()) ? 100 : 1;
        if (amount % step != 0)
            throw StripeRefusal.Invalid(
                $"Invalid amount: {amount}. Amounts in {Lower(code)} must be divisible by {step}.", param, "parameter_invalid_integer");
    }

    /// <summary>An amount as Stripe writes it in messages: €20.00 is "20.00 eur".</summary>
    public static string Plain(string code, long amount) =>
        string.Create(CultureInfo.InvariantCulture, $"{Major(code, amount)} {Lower(code)}");

    public static decimal Major(string code, long amount) => new((int)amount, (int)(amount >> 32), 0, false, (byte)Digits(code));

    /// <summary>Stripe writes codes in small letters.</summary>
    public static string Lower(string code) =>
        string.Create(code.Length, code, static (span, text) => text.AsSpan().ToLowerInvariant(span));

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
