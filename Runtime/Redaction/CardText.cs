using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CommerceBot.Runtime.Redaction;

/// <summary>
/// Takes card numbers out of a text: 13 to 19 digits of any script, written together or in groups, that are a brand's
/// and pass the Luhn check; with them the expiry date and the security code that stand behind. Phone numbers (a plus
/// sign in front), order numbers and other ids stay.
/// </summary>
internal static partial class CardText
{
    public const string Removed = "[card number removed]";

    /// <summary>The text without card numbers; the same instance when there was none.</summary>
    public static string Redact(string text)
    {
        if (!MayHoldCard(text))
            return text;
        StringBuilder? clean = null;
        var kept = 0;
        for (var at = 0; at < text.Length;)
        {
            if (!IsDigit(text[at]) || FindCard(text, at) is not { } card)
            {
                at = IsDigit(text[at]) ? EndOfGroup(text, at) : at + 1;
                continue;
            }

            clean ??= new StringBuilder(text.Length);
            clean.Append(text, kept, card.Start - kept).Append(Removed);
            at = kept = EndOfExtras(text, card.End);
        }

        return clean is null ? text : clean.Append(text, kept, text.Length - kept).ToString();
    }

    /// <summary>Cheap: whether there are digits enough at all.</summary>
    public static bool MayHoldCard(ReadOnlySpan<char> text)
    {
        if (text.Length < CardBrands.Shortest)
            return false;
        var digits = 0;
        foreach (var sign in text)
        {
            if (IsDigit(sign) && ++digits >= CardBrands.Shortest)
                return true;
        }

        return false;
    }

    /// <summary>A card that begins with this group of digits and ends with a group; null when there is none.</summary>
    private static (int Start, int End)? FindCard(string text, int start)
    {
        if (start > 0 && text[start - 1] == '+')
            return null;
        Span<byte> digits = stackalloc byte[CardBrands.Longest];
        var count = 0;
        (int, int)? found = null;
        for (var at = start; at < text.Length;)
        {
            var end = EndOfGroup(text, at);
            if (count + end - at > CardBrands.Longest)
                break;
            for (; at < end; at++)
                digits[count++] = (byte)CharUnicodeInfo.GetDecimalDigitValue(text[at]);
            if (CardBrands.IsCard(digits[..count]))
                found = (start, end);
            at = NextGroup(text, end);
            if (at < 0)
                break;
        }

        return found;
    }

    private static int EndOfGroup(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return at;
    }

    /// <summary>Where the next digits begin, over a few signs that people put between groups; -1 when something else follows.</summary>
    private static int NextGroup(string text, int at)
    {
        const int Most = 4;
        for (var i = at; i < text.Length && i - at <= Most; i++)
        {
            if (IsDigit(text[i]))
                return i;
            if (!IsSeparator(text[i]))
                return -1;
        }

        return -1;
    }

    private static int EndOfExtras(string text, int end)
    {
        var extras = Extras().Match(text, end);
        return extras.Success ? end + extras.Length : end;
    }

    private static bool IsDigit(char sign) => sign < 128 ? char.IsAsciiDigit(sign) : char.GetUnicodeCategory(sign) == UnicodeCategory.DecimalDigitNumber;

    private static bool IsSeparator(char sign) => char.GetUnicodeCategory(sign)
        is UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.ConnectorPunctuation
        || sign is '.' or ',' or '/' or '|' or '*' or '·' or '\u2212';

    /// <summary>An expiry date and a security code behind the number, with or without a word in front.</summary>
    [GeneratedRegex(
        @"\G(?:[\s,;:.|/()\-]{0,4}(?:(?:e?\s?(?:exp|scad|valid|cvv|cvc|cv2|csc|cod|sicurezza|security|pin)[a-z]*)[\s,;:.=\-]{0,4}(?:(?:code|date|di sicurezza|il|until)[\s:.]{0,3})?)?(?:(?:0?[1-9]|1[0-2])\s?[/\-.]\s?(?:20)?\d{2}|\d{3,4})(?!\d)){1,3}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Extras();
}
