using System.Globalization;
using System.Text;

namespace CommerceBot.Recognition.Text;

/// <summary>
/// One letter in lower case and without its marks, from a table made at start, so that no sentence pays for
/// normalization.
/// </summary>
internal static class LatinFolding
{
    private const int LastLatin = 0x24F;
    private const int FirstAdditional = 0x1E00;
    private const int LastAdditional = 0x1EFF;

    private static readonly char[] Latin = Table(0, LastLatin);
    private static readonly char[] Additional = Table(FirstAdditional, LastAdditional);

    public static void Append(StringBuilder folded, char sign)
    {
        if (Spelt(sign) is { } letters)
            folded.Append(letters);
        else if (Of(sign) is not '\0' and var plain)
            folded.Append(plain);
    }

    /// <summary>Letters that no decomposition takes apart.</summary>
    public static string? Spelt(char sign) => sign switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        _ => null,
    };

    /// <summary>The letter without case and marks; <c>\0</c> for a mark of its own.</summary>
    public static char Of(char sign) => sign switch
    {
        <= (char)LastLatin => Latin[sign],
        >= (char)FirstAdditional and <= (char)LastAdditional => Additional[sign - FirstAdditional],
        >= '\u0300' and <= '\u036F' => '\0',
        _ => char.ToLowerInvariant(sign),
    };

    private static char[] Table(int first, int last)
    {
        var table = new char[last - first + 1];
        for (var code = first; code <= last; code++)
            table[code - first] = Plain((char)code);
        return table;
    }

    private static char Plain(char sign)
    {
        var lower = char.ToLowerInvariant(sign);
        return lower switch
        {
            'ø' => 'o',
            'ł' => 'l',
            'đ' or 'ð' => 'd',
            'ı' => 'i',
            _ => lower
                .ToString()
                .Normalize(NormalizationForm.FormD)
                .First(one => CharUnicodeInfo.GetUnicodeCategory(one) != UnicodeCategory.NonSpacingMark),
        };
    }
}
