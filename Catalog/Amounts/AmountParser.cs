using System.Globalization;

namespace CommerceBot.Catalog.Amounts;

/// <summary>
/// Amounts of money wherever a file, a setting or a merchant writes one: <c>9.99 USD</c>, <c>19.9USD</c>, <c>EUR 20</c>,
/// <c>1,234.50 EUR</c>, <c>1.234,50</c>, <c>1 250,00</c>, <c>9,99</c>. What could be a thousand times more is refused: <c>1.250 EUR</c>,
/// <c>1,250</c>, <c>1.000 JPY</c>. A currency that has three decimals is written with a point and all three of them by every
/// program (<c>1.250 KWD</c>), so that is clear; <c>1,250 KWD</c> is not (docs/decisions/0016-amounts-and-search.md).
/// </summary>
internal static class AmountParser
{
    /// <param name="currency">What an amount without a currency is in.</param>
    /// <param name="advice">What is wrong and how to write it, when it cannot be read; made to follow the value in a sentence.</param>
    public static bool TryParse(string text, Currency currency, out Money amount, out string advice)
    {
        ArgumentNullException.ThrowIfNull(text);
        amount = default;
        var rest = text.AsSpan().Trim();
        if (TakeCurrency(ref rest, out var named))
            currency = named;
        advice = $"write digits, a point and the currency, such as {Example(currency)}";
        if (!WrittenNumber.TryRead(rest.ToString(), out var number))
            return false;
        if (IsAmbiguous(number, currency))
        {
            advice = Unclear(number, currency);
            return false;
        }

        var decimals = number.Decimals.TrimEnd('0');
        if (decimals.Length > currency.Digits)
        {
            advice = currency.Digits == 0 ? $"{currency} has no decimals: write a whole number"
                : $"{currency} has {currency.Digits} decimals at most";
            return false;
        }

        if (!long.TryParse(number.Whole + decimals.PadRight(currency.Digits, '0'), NumberStyles.None, CultureInfo.InvariantCulture,
            out var minor))
            return false;
        amount = new Money(number.IsNegative ? -minor : minor, currency);
        return true;
    }

    /// <summary>Whether the text is an amount, or would be one if it were written clearly.</summary>
    public static bool LooksLikeAmount(string text)
    {
        var rest = text.AsSpan().Trim();
        TakeCurrency(ref rest, out _);
        return WrittenNumber.TryRead(rest.ToString(), out _);
    }

    private static bool IsAmbiguous(WrittenNumber number, Currency currency) => number.IsAmbiguous
        && !(currency.Digits == 3 && number.Mark == '.');

    private static string Unclear(WrittenNumber number, Currency currency)
    {
        var sign = number.IsNegative ? "-" : "";
        var zeros = currency.Digits == 0 ? "" : "." + new string('0', currency.Digits);
        var thousands = $"{sign}{number.Whole}{number.Decimals}{zeros} {currency}";
        var decimals = number.Decimals.TrimEnd('0');
        const string Either = "the mark may stand for thousands or for decimals: write";
        return decimals.Length > currency.Digits
            ? $"{Either} {thousands} if it is thousands; {currency} has {currency.Digits} decimals at most"
            : $"{Either} {thousands} or {sign}{number.Whole}{Fraction(decimals, currency)} {currency}";
    }

    private static string Fraction(string decimals, Currency currency) =>
        currency.Digits == 0 ? "" : "." + decimals.PadRight(currency.Digits, '0');

    private static string Example(Currency currency) => currency.Digits switch
    {
        0 => $"1990 {currency}",
        3 => $"19.900 {currency}",
        _ => $"19.90 {currency}",
    };

    private static bool TakeCurrency(ref ReadOnlySpan<char> amount, out Currency currency)
    {
        currency = default;
        if (amount.Length < 4)
            return false;
        if (char.IsAsciiLetter(amount[^1]) && Currency.TryParse(amount[^3..].ToString(), out currency))
            amount = amount[..^3].TrimEnd();
        else if (char.IsAsciiLetter(amount[0]) && Currency.TryParse(amount[..3].ToString(), out currency))
            amount = amount[3..].TrimStart();
        return currency != default;
    }
}
