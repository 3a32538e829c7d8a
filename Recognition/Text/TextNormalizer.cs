using System.Globalization;
using System.Text;

namespace CommerceBot.Recognition.Text;

/// <summary>
/// Makes alike what people write differently: full-width letters and digits, typographic quotes and dashes, invisible
/// characters, case, accents, stretched words, chat abbreviations. The one place for it; entities are cut out of
/// <see cref="Clean"/>, comparisons are made on <see cref="Fold"/>, words come from <see cref="TextTokens"/>.
/// </summary>
public static class TextNormalizer
{
    /// <summary>What comes after is not read: a book costs no more than a page. In UTF-16 units.</summary>
    public const int Longest = 1_000;

    /// <summary>
    /// The same sentence in plain signs, case and accents kept: straight quotes and hyphens, ASCII digits, no invisible or control
    /// characters, single blanks; a line break stays one <c>\n</c>. For reading, not for showing: joined emoji come apart.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateRunes())
            Append(clean, rune);
        while (clean.Length > 0 && clean[^1] is ' ' or '\n')
            clean.Length--;
        var plain = clean.ToString();
        return Ascii.IsValid(plain) ? plain : plain.Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Lower case without accents: <c>Perché</c> is <c>perche</c>, <c>Straße</c> is <c>strasse</c>.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text)
            LatinFolding.Append(folded, sign);
        return folded.ToString();
    }

    /// <summary>The folded words of a sentence, abbreviations written out; numbers stay, signs go.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. TextTokens.Of(Clean(text)).Items.Where(token => token.Kind != TokenKind.Sign).Select(token => token.Folded.ToString())];

    private static void Append(StringBuilder clean, Rune rune)
    {
        switch (Plain(rune))
        {
            case "" or "\uFFFD": // invisible, or half of a surrogate pair
                break;
            case " " when clean.Length == 0 || clean[^1] is ' ' or '\n':
                break;
            case "\n" when clean.Length == 0 || clean[^1] == '\n':
                break;
            case "\n" when clean[^1] == ' ':
                clean[^1] = '\n';
                break;
            case null:
                Span<char> utf16 = stackalloc char[2];
                clean.Append(utf16[..rune.EncodeToUtf16(utf16)]);
                break;
            case var plain:
                clean.Append(plain);
                break;
        }
    }

    /// <summary>What stands for a sign; null when it may stay as it is.</summary>
    private static string? Plain(Rune rune) => rune.Value switch
    {
        '\n' or '\r' or 0x2028 or 0x2029 => "\n",
        > ' ' and < 0x7F and not '`' => null,
        '`' or 0xB4 or 0x2018 or 0x2019 or 0x201A or 0x201B or 0x2032 or 0x2BC or 0xFF07 => "'",
        0x201C or 0x201D or 0x201E or 0x201F or 0x2033 or 0xAB or 0xBB or 0xFF02 => "\"",
        >= 0x2010 and <= 0x2015 or 0x2212 or 0xFE58 or 0xFE63 or 0xFF0D => "-",
        0xFE0E or 0xFE0F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0xFFFD => "",
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format => "",
            UnicodeCategory.Control or UnicodeCategory.SpaceSeparator => " ",
            UnicodeCategory.DecimalDigitNumber => Digit(rune),
            _ => null,
        },
    };

    private static string Digit(Rune rune) => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture);
}
