using System.Globalization;
using System.Text.RegularExpressions;

namespace CommerceBot.Catalog.Feed;

/// <summary>Prices as feeds write them: <c>9.99 USD</c>, <c>19.9USD</c>, <c>USD 20</c>, <c>1,234.50 EUR</c>, <c>9,99</c>.</summary>
internal static partial class FeedPrice
{
    /// <param name="currency">What a price without a currency is in.</param>
    /// <param name="advice">What to write instead, when it is no price.</param>
    public static bool TryRead(string text, Currency currency, out Money price, out string advice)
    {
        price = default;
        advice = "write digits, a dot and the currency, such as 19.90 EUR";
        var amount = text.AsSpan().Trim();
        if (TakeCurrency(ref amount, out var named))
            currency = named;
        if (!TryPlain(amount.ToString(), out var plain))
            return false;

        var dot = plain.IndexOf('.', StringComparison.Ordinal);
        var decimals = dot < 0 ? "" : plain[(dot + 1)..].TrimEnd('0');
        if (decimals.Length > currency.Digits)
        {
            advice = currency.Digits == 0 ? $"{currency} has no decimals: write a whole number" : $"{currency} has {currency.Digits} decimals at most";
            return false;
        }

        var whole = dot < 0 ? plain : plain[..dot];
        if (!long.TryParse(whole + decimals.PadRight(currency.Digits, '0'), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor))
            return false;
        price = new Money(minor, currency);
        return true;
    }

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

    private static bool TryPlain(string amount, out string plain)
    {
        plain = DotDecimals().IsMatch(amount) ? amount.Replace(",", "", StringComparison.Ordinal)
            : CommaDecimals().IsMatch(amount) ? amount.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : "";
        return plain.Length > 0;
    }

    // 19.9 or 1,234.50: a comma before three digits is a thousands mark only when a dot follows, since 1,234 could be either.
    [GeneratedRegex(@"^-?([0-9]{1,15}|[0-9]{1,3}(,[0-9]{3}){1,4}(?=\.))(\.[0-9]{1,10})?\z")]
    private static partial Regex DotDecimals();

    // 9,99 or 1.234,50, from feeds made where the comma is decimal.
    [GeneratedRegex(@"^-?([0-9]{1,15}|[0-9]{1,3}(\.[0-9]{3}){1,4}),[0-9]{1,2}\z")]
    private static partial Regex CommaDecimals();
}
