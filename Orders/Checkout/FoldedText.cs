using System.Globalization;
using System.Text;

namespace CommerceBot.Orders;

/// <summary>Names as they are compared: without case, accents, dots and dashes.</summary>
internal static class FoldedText
{
    /// <summary>Letters alone: "Österreich", "osterreich" and "U.K." are found.</summary>
    public static string Letters(string text) => Fold(text, char.IsLetter);

    /// <summary>Words of letters and digits with one blank between: "L'Aquila (AQ)" is "L AQUILA AQ".</summary>
    public static string Words(string text) =>
        string.Join(' ', Fold(text, char.IsLetterOrDigit, ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Whether one slip of the finger (a letter wrong, missing, too many, or two swapped) lies between two texts.</summary>
    public static bool OneSlipApart(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 1 || one == other)
            return false;
        var from = 0;
        while (from < one.Length && from < other.Length && one[from] == other[from])
            from++;
        var (left, right) = (one[from..], other[from..]);
        return left.Length > 0 && right.Length > 0 && left[1..] == right[1..]
            || left.Length > 0 && left[1..] == right
            || right.Length > 0 && left == right[1..]
            || left.Length > 1 && right.Length > 1 && left[0] == right[1] && left[1] == right[0] && left[2..] == right[2..];
    }

    private static string Fold(string text, Func<char, bool> kept, char? gap = null)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var sign in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark && folded.Length > 0 && folded[^1] < 'ʰ')
                continue;
            if (kept(sign)
                || CharUnicodeInfo.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                folded.Append(Plain(sign));
            else if (gap is { } blank)
                folded.Append(blank);
        }

        return folded.ToString().ToUpperInvariant();
    }

    /// <summary>Letters that Unicode does not take apart, as people without that key write them.</summary>
    private static string Plain(char sign) => sign switch
    {
        'ß' or 'ẞ' => "ss",
        'ø' or 'Ø' => "o",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => sign.ToString(),
    };
}
