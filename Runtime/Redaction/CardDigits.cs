using System.Globalization;
using System.Text;

namespace CommerceBot.Runtime.Redaction;

/// <summary>What stands between a digit and the one before it.</summary>
internal enum Gap : byte
{
    /// <summary>Something no card number has in its middle, such as a letter.</summary>
    Broken,

    /// <summary>Nothing.</summary>
    None,

    /// <summary>Blanks, dashes, dots, line ends, what nobody sees.</summary>
    Soft,

    /// <summary>A sign that also stands between dates, prices and lists: in a card number it is between all groups or none.</summary>
    Hard,
}

/// <summary>A digit of a text.</summary>
/// <param name="Value">0 to 9, of whatever script.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Two for a digit outside the first plane, more for an escape of one.</param>
/// <param name="Before">What stands before it.</param>
/// <param name="Sign">Of a <see cref="Gap.Hard"/> one.</param>
internal readonly record struct CardDigit(byte Value, int Start, int Length, Gap Before, char Sign)
{
    public int End => Start + Length;
}

/// <summary>
/// Reads the digits of a text, of every script and dress (Arabic-Indic, fullwidth, mathematical, superscript, circled,
/// keycaps).
/// </summary>
internal static class CardDigits
{
    /// <summary>Signs that are seen between two groups.</summary>
    private const int MostSeen = 6;

    /// <summary>Signs between two groups, those included that nobody sees.</summary>
    private const int MostAtAll = 64;

    /// <param name="decoded">Whether escapes of digits count as the digit: then <c>%34</c> is 4, and not 34.</param>
    public static CardDigit[] Read(string text, bool decoded)
    {
        var digits = new List<CardDigit>(32);
        var last = -1;
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            var value = CharUnicodeInfo.GetDigitValue(text, at);
            if (decoded && value < 0 && CardEscapes.DigitAt(text.AsSpan(at)) is { Length: > 0 } escaped)
                (value, length) = (escaped.Value, escaped.Length);
            if (value < 0)
            {
                at += CardEscapes.GapAt(text.AsSpan(at)) is var escape and > 0 ? escape : length;
                continue;
            }

            var (gap, sign) = last < 0 ? (Gap.Broken, default) : Between(text, last, at);
            digits.Add(new CardDigit((byte)value, at, length, gap, sign));
            at = last = at + length;
        }

        return [.. digits];
    }

    private static (Gap, char) Between(string text, int from, int to)
    {
        if (from == to)
            return (Gap.None, default);
        if (to - from > MostAtAll)
            return (Gap.Broken, default);
        var (seen, hard) = (0, default(char));
        for (var at = from; at < to;)
        {
            var escape = CardEscapes.GapAt(text.AsSpan(at, to - at));
            Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var length);
            var kind = escape > 0 ? Gap.Soft : KindOf(rune);
            if (kind == Gap.Broken || (kind != Gap.None && ++seen > MostSeen))
                return (Gap.Broken, default);
            if (kind == Gap.Hard)
                hard = text[at];
            at += escape > 0 ? escape : length;
        }

        return (hard == default ? Gap.Soft : Gap.Hard, hard);
    }

    /// <summary><see cref="Gap.None"/> for what nobody sees.</summary>
    private static Gap KindOf(Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark:
                return Gap.None;
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation
            or UnicodeCategory.OtherSymbol:
                return Gap.Soft;
            default:
                // A dot in the middle, a bullet, a minus, a tilde; letters and marks that look like blanks.
                if (rune.Value is '.' or '·' or '•' or '~' or 0x2212 or 0x2024 or 0x2027 or 0x115F or 0x1160 or 0x3164 or 0xFFA0)
                    return Gap.Soft;
                return Rune.IsLetterOrDigit(rune) || Rune.IsNumber(rune) || rune.Value is '@' ? Gap.Broken : Gap.Hard;
        }
    }
}
