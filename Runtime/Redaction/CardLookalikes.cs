using System.Numerics;

namespace CommerceBot.Runtime.Redaction;

/// <summary>Digits that could be a card's and are known to be something else, by what stands around them.</summary>
internal static class CardLookalikes
{
    /// <summary>ITU-T E.164: a phone number has fifteen digits at most.</summary>
    private const int LongestPhone = 15;

    public static bool Has(CardScan scan, int from, int count)
    {
        scan.Count(4 * count);
        return IsPhone(scan.Text, scan.Digits, from, count) || AreDates(scan.Digits.AsSpan(from, count))
            || IsAccount(scan, from) || IsParcel(scan.Text, scan.Digits, from, count);
    }

    /// <summary>With a plus in front, and not a card's length from one end of its chain to the other.</summary>
    private static bool IsPhone(string text, CardDigit[] digits, int from, int count)
    {
        // The plus may stand before an earlier group of the same number.
        for (var first = from; from - first < LongestPhone; first--)
        {
            var start = digits[first].Start;
            if (start > 0 && text[start - 1] is '+' or '\uFF0B' && digits[first].Before != Gap.Hard)
            {
                var whole = Chain(digits, first);
                return whole <= LongestPhone || (first == from && count < whole);
            }

            if (first == 0 || digits[first].Before is Gap.Broken or Gap.Hard)
                return false;
        }

        return false;
    }

    /// <summary>From one day to another: 24/12/2026 - 06/01/2027, or 23-12-2026 27-12-2026.</summary>
    private static bool AreDates(ReadOnlySpan<CardDigit> digits)
    {
        if (digits.Length != 16)
            return false;
        for (var i = 1; i < digits.Length; i++)
        {
            if ((digits[i].Before != Gap.None) != (i is 2 or 4 or 8 or 10 or 12))
                return false;
        }

        return IsDate(digits) && IsDate(digits[8..]);

        static bool IsDate(ReadOnlySpan<CardDigit> date) =>
            Two(date) is >= 1 and <= 31 && Two(date[2..]) is >= 1 and <= 12 && Two(date[4..]) is 19 or 20;
        static int Two(ReadOnlySpan<CardDigit> two) => (two[0].Value * 10) + two[1].Value;
    }

    /// <summary>Part of an IBAN (ISO 13616): two letters, two check digits, and a remainder of one by 97.</summary>
    private static bool IsAccount(CardScan scan, int from)
    {
        var (text, digits) = (scan.Text, scan.Digits);
        const int longest = 34;
        // Its letters stand at most that far in front, blanks between groups of four included.
        for (var i = from; i >= 0 && digits[from].Start - digits[i].Start < longest + (longest / 4); i--)
        {
            scan.Count(1);
            var start = digits[i].Start - 2;
            if (start >= 0
                && char.IsAsciiLetter(text[start])
                && char.IsAsciiLetter(text[start + 1])
                && (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
                && EndOfAccount(text, start) > digits[from].Start)
                return true;
        }

        return false;
    }

    private static int EndOfAccount(string text, int start)
    {
        const int shortest = 15;
        const int longest = 34;
        Span<char> signs = stackalloc char[longest];
        var (count, end) = (0, 0);
        for (var at = start; at < text.Length && count < longest; at++)
        {
            if (char.IsAsciiLetterOrDigit(text[at]))
                signs[count++] = char.ToUpperInvariant(text[at]);
            else if (text[at] is not (' ' or '-' or '\u00a0'))
                break;
            if (count >= shortest
                && char.IsAsciiLetterOrDigit(text[at])
                && (at + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[at + 1]))
                && Remainder(signs[..count]) == 1)
                end = at + 1;
        }

        return end;
    }

    private static int Remainder(ReadOnlySpan<char> account)
    {
        var remainder = 0;
        for (var i = 0; i < account.Length; i++)
        {
            var sign = account[(i + 4) % account.Length];
            remainder = char.IsAsciiDigit(sign) ? ((remainder * 10) + sign - '0') % 97 : ((remainder * 100) + sign - 'A' + 10) % 97;
        }

        return remainder;
    }

    /// <summary>UPS writes <c>1Z</c> and sixteen signs; the United States' post twenty or twenty-two digits from 91 on.</summary>
    private static bool IsParcel(string text, CardDigit[] digits, int from, int count)
    {
        var start = digits[from].Start;
        if (count == 16 && start >= 2 && text[start - 1] is 'Z' or 'z' && text[start - 2] == '1')
            return true;
        var first = from;
        while (first > 0 && digits[first].Before is Gap.None or Gap.Soft && from - first < 22)
            first--;
        return digits[first].Value == 9 && first < from && digits[first + 1].Value is >= 1 and <= 5 && Chain(digits, first) is 20 or 22;
    }

    /// <summary>How many digits follow each other from here, whatever their groups.</summary>
    private static int Chain(CardDigit[] digits, int from)
    {
        var end = from + 1;
        while (end < digits.Length && digits[end].Before is Gap.None or Gap.Soft && end - from < 64)
            end++;
        return end - from;
    }
}
