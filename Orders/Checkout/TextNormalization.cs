using System.Globalization;
using System.Text;

namespace CommerceBot.Orders;

/// <summary>
/// The one way in which a typed answer is written before any rule sees it: digits of any script and full-width letters are plain,
/// every dash is "-", every apostrophe "'", every blank " ", and signs that nobody sees are gone. Doing it twice changes nothing.
/// </summary>
public static class TextNormalization
{
    // Drawn as nothing, though Unicode counts them as letters or marks: Hangul fillers, the joiner that joins nothing, khmer's
    // inherent vowels.
    private static readonly HashSet<int> Unseen = [0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFFA0];

    private static readonly HashSet<int> Dashes = [0x2043, 0x2212, 0x02D7, 0x2796];

    private static readonly HashSet<int> Apostrophes = [0x2018, 0x2019, 0x201A, 0x201B, 0x02BC, 0x02B9, 0x2032, 0x00B4, 0x0060, 0xFF07];

    /// <summary>The lines that hold something, each normalised.</summary>
    public static IReadOnlyList<string> Lines(string? text) =>
        [.. (text ?? "").Split(['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Line).Where(line => line.Length > 0)];

    /// <summary>All of it on one line: a new line becomes a comma.</summary>
    public static string OneLine(string? text) => string.Join(", ", Lines(text));

    private static string Line(string line)
    {
        // A lone half of a pair becomes the sign for "unreadable" here, else composing would throw.
        var whole = string.Concat(line.EnumerateRunes()).Normalize(NormalizationForm.FormC);
        var plain = new StringBuilder(whole.Length);
        foreach (var rune in whole.EnumerateRunes())
            plain.Append(Plain(rune));
        return string.Join(' ', plain.ToString().Normalize(NormalizationForm.FormC).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Plain(Rune rune)
    {
        if (Unseen.Contains(rune.Value)
            || rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF) or (>= 0x180B and <= 0x180D))
            return "";
        if (Apostrophes.Contains(rune.Value))
            return "'";
        if (Dashes.Contains(rune.Value))
            return "-";
        if (rune.Value is '\t' or 0x2800)
            return " ";
        if (rune.Value is >= 0xFF01 and <= 0xFF5E)
            return Plain(new Rune(rune.Value - 0xFF01 + '!'));
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned => "",
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.DashPunctuation => "-",
            UnicodeCategory.DecimalDigitNumber => ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
            _ => rune.ToString(),
        };
    }
}
