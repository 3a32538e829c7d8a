using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>The value of digits with the separators of either language: "1.234,50" and "1,234.50".</summary>
internal static class DigitValue
{
    /// <summary>Longer rows of digits are codes, and would not bear being multiplied.</summary>
    private const decimal Greatest = 999_999_999_999_999;

    /// <summary>Null for what is no number: "10:30", "1.2.3", "1.23.456".</summary>
    public static decimal? Of(ReadOnlySpan<char> written, SpokenLanguage language)
    {
        var point = DecimalPoint(written, language);
        var whole = point < 0 ? written : written[..point];
        if (!IsGroupedRight(whole))
            return null;

        var plain = new StringBuilder(written.Length);
        foreach (var sign in whole)
        {
            if (char.IsAsciiDigit(sign))
                plain.Append(sign);
        }
        if (point >= 0)
            plain.Append('.').Append(written[(point + 1)..]);
        return Parsed(plain.ToString(), NumberStyles.AllowDecimalPoint);
    }

    /// <summary>"3/4" is 0.75. A day such as "12/10/2026" is none, and nothing is divided by zero.</summary>
    public static decimal? OfFraction(ReadOnlySpan<char> written)
    {
        var slash = written.IndexOf('/');
        var whole = Parsed(written[(slash + 1)..], NumberStyles.None);
        return whole > 0 ? Parsed(written[..slash], NumberStyles.None) / whole : null;
    }

    private static decimal? Parsed(ReadOnlySpan<char> digits, NumberStyles styles) =>
        decimal.TryParse(digits, styles, CultureInfo.InvariantCulture, out var value) && value <= Greatest ? value : null;

    /// <summary>
    /// Where the fraction begins, or -1. Of two kinds of separator the last is the point. A single one is the point unless
    /// it is the language's grouping sign in a grouping place: "1.234" is 1234 in Italian and 1.234 in English.
    /// </summary>
    private static int DecimalPoint(ReadOnlySpan<char> written, SpokenLanguage language)
    {
        var last = written.LastIndexOfAny('.', ',');
        if (last < 0)
            return -1;
        var sign = written[last];
        if (written.Count(sign) > 1)
            return -1;
        var other = sign == '.' ? ',' : '.';
        if (written.Contains(other) || written.ContainsAny('\'', '\u2019'))
            return last;
        var grouping = language == SpokenLanguage.Italian ? '.' : ',';
        var groupsWell = written.Length - last == 4 && last is >= 1 and <= 3 && written[0] != '0';
        return sign == grouping && groupsWell ? -1 : last;
    }

    /// <summary>Whole numbers have no separators, or one kind of them with three digits after each.</summary>
    private static bool IsGroupedRight(ReadOnlySpan<char> whole)
    {
        var first = whole.IndexOfAnyExceptInRange('0', '9');
        if (first < 0)
            return true;
        var sign = whole[first];
        if (first is < 1 or > 3 || (whole.Length - first) % 4 != 0 || sign == ':')
            return false;
        for (var i = first; i < whole.Length; i++)
        {
            if ((i - first) % 4 == 0 ? whole[i] != sign : !char.IsAsciiDigit(whole[i]))
                return false;
        }
        return true;
    }
}
