using System.Buffers;

namespace CommerceBot.Catalog.Amounts;

/// <summary>
/// A number as people and programs write it: <c>1250</c>, <c>1,250.00</c>, <c>1.250,00</c>, <c>1 250,00</c>, <c>1'250.50</c>.
/// One mark between digits, with three digits after it, may be thousands or decimals: <see cref="IsAmbiguous"/> says so, and
/// whoever reads it must not guess, since the two are a factor of thousand apart.
/// </summary>
/// <param name="Whole">Digits before the decimal mark, without grouping; 1 to 15.</param>
/// <param name="Decimals">Digits after it; empty when there is none.</param>
/// <param name="Mark">The decimal mark as written, or NUL.</param>
/// <param name="IsAmbiguous">The mark could also stand between thousands: <c>1.250</c>, and never <c>0.250</c> or <c>1250.000</c>.</param>
internal readonly record struct WrittenNumber(bool IsNegative, string Whole, string Decimals, char Mark, bool IsAmbiguous)
{
    private const int MostDigits = 15;

    // A blank stands for no-break and thin ones, an apostrophe for the typographic one (see Plain).
    private static readonly SearchValues<char> Marks = SearchValues.Create(".,' ");

    /// <summary>False for what is no number, or grouped in a way that nobody groups (<c>12,34,567</c>, <c>1.2.3</c>).</summary>
    public static bool TryRead(string text, out WrittenNumber number)
    {
        number = default;
        var rest = Plain(text).AsSpan();
        var isNegative = rest.StartsWith('-');
        rest = isNegative ? rest[1..] : rest;
        var last = rest.LastIndexOfAny(Marks);
        var mark = last < 0 ? '\0' : rest[last];
        var groups = mark is '\0' or ' ' or '\'' || rest[..last].Contains(mark);
        var decimals = groups ? [] : rest[(last + 1)..];
        if (Ungrouped(groups ? rest : rest[..last]) is not { } whole || !groups && !IsDigits(decimals))
            return false;
        var isAmbiguous = !groups && decimals.Length == 3 && last is > 0 and <= 3 && whole.Length == last && whole[0] != '0';
        number = new WrittenNumber(isNegative, whole, decimals.ToString(), groups ? '\0' : mark, isAmbiguous);
        return true;
    }

    /// <summary>The digits alone; null when they are not in groups of three behind one kind of mark.</summary>
    private static string? Ungrouped(ReadOnlySpan<char> whole)
    {
        var first = whole.IndexOfAny(Marks);
        if (first < 0)
            return IsDigits(whole) ? whole.ToString() : null;
        var (mark, digits) = (whole[first], whole[..first].ToString());
        if (first is 0 or > 3 || digits[0] == '0' || !IsDigits(digits))
            return null;
        foreach (var group in whole[(first + 1)..].ToString().Split(mark))
        {
            if (group.Length != 3 || !IsDigits(group))
                return null;
            digits += group;
        }

        return digits.Length <= MostDigits ? digits : null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text)
    {
        foreach (var sign in text)
            if (!char.IsAsciiDigit(sign))
                return false;
        return text.Length is > 0 and <= MostDigits;
    }

    /// <summary>With plain blanks, apostrophes and minus: spreadsheets write the typographic ones.</summary>
    private static string Plain(string text) => string.Create(text.Trim().Length, text.Trim(), static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = source[i] switch
            {
                '\u00A0' or '\u2007' or '\u2009' or '\u202F' => ' ',
                '\u2019' => '\'',
                '\u2212' => '-',
                var sign => sign,
            };
    });
}
