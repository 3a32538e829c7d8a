using System.Globalization;
using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Numbers in digits, with the separators of either language: "1.234,50" and "1,234.50".</summary>
internal static class Digits
{
    /// <summary>Longer rows of digits are codes, and would not bear being multiplied.</summary>
    private const decimal Greatest = 999_999_999_999_999;

    private static readonly HashSet<string> Units =
        ["kg", "g", "gr", "mg", "l", "ml", "cl", "m", "mt", "cm", "mm", "km", "x", "pz", "eur", "euro", "usd", "gb", "tb"];

    /// <summary>
    /// Reads what begins with the digit at <paramref name="start"/>; <paramref name="end"/> is where to read on. Null for
    /// what is no number: a date, an hour, a telephone number, a code with letters.
    /// </summary>
    public static FoundNumber? Read(string text, int start, SpokenLanguage language, out int end)
    {
        end = EndOfRun(text, start);
        var value = Value(text.AsSpan(start, end - start), language);
        var endOfWord = EndOfLetters(text, end);
        if (endOfWord > end)
        {
            value *= Factor(Words.Fold(text.AsSpan(end, endOfWord - end)));
            end = endOfWord;
        }
        if (value is not { } number)
            return null;
        return IsNegative(text, start) ? new FoundNumber(-number, start - 1, end) : new FoundNumber(number, start, end);
    }

    private static int EndOfRun(string text, int i)
    {
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || (IsJoint(text[i]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))))
            i++;
        return i;
    }

    private static int EndOfLetters(string text, int i)
    {
        while (i < text.Length && char.IsLetterOrDigit(text[i]))
            i++;
        return i;
    }

    private static bool IsJoint(char sign) => sign is '.' or ',' or '\'' or '\u2019' or '\u00A0' or '\u202F' or '/' or ':' or '-';

    /// <summary>What letters right behind the digits do to them; null when they make a code of it.</summary>
    private static decimal? Factor(string letters) => letters switch
    {
        "k" or "mila" => 1000,
        _ when Units.Contains(letters) => 1,
        _ => null,
    };

    private static bool IsNegative(string text, int start) =>
        start > 0 && text[start - 1] is '-' or '\u2212' && (start == 1 || !char.IsLetterOrDigit(text[start - 2]));

    private static decimal? Value(ReadOnlySpan<char> written, SpokenLanguage language)
    {
        if (written.IndexOfAny("/:-") >= 0)
            return null;
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
        return decimal.TryParse(plain.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value <= Greatest ? value : null;
    }

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
        if (written.Contains(other))
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
        if (first is < 1 or > 3 || (whole.Length - first) % 4 != 0)
            return false;
        for (var i = first; i < whole.Length; i++)
        {
            if ((i - first) % 4 == 0 ? whole[i] != sign : !char.IsAsciiDigit(whole[i]))
                return false;
        }
        return true;
    }
}
