using System.Text.RegularExpressions;

namespace CommerceBot.Runtime.Redaction;

/// <summary>The expiry date and the security code that people write with a card number.</summary>
internal static partial class CardExtras
{
    /// <summary>Month, year in four digits and code.</summary>
    public const int MostGlued = 9;

    private const string Date = @"(?:0?[1-9]|1[0-2])\s?[/\-.]\s?(?:20)?\d{2}(?!\d)";

    private const string DateLabel = @"(?:exp|scad|valid|expir)[a-z]{0,12}\.?";

    /// <summary>Labels that mean nothing else. A year behind them is one: cv2026 is somebody's curriculum.</summary>
    private const string Unmistakable =
        @"(?:cv[vc]2?" + Parted + @"\d{3,4}|cv[vc](?!" + Year + @")\d{3,4}|cv2" + Parted + "(?!" + Year + @")\d{3,4})(?!\d)";

    private const string Year = @"(?:19|20)\d\d(?!\d)";

    private const string Parted = @"(?=[^0-9])" + Joint;

    private const string OtherCode =
        @"(?:csc|cid|c[o\u00f3]d(?:ice)?\.?(?:\s?di)?\s?(?:sic(?:urezza)?|sec)\.?|security\s?code|card\s?code|pin)";

    private const string CodeLabel = "(?:cv[vc]2?|cv2|" + OtherCode + ")";

    private const string Joint = @"[\s,;:.=\-()""']{0,4}(?:(?:code|date|il|until|thru|is|are|\u00e8|e'|:)[\s:.=""']{0,3})?";

    /// <summary>Digits that follow a card number without a sign between: a code, or a date, or both.</summary>
    /// <param name="card">The number of the card's own digits: American Express has four digits in its code.</param>
    public static bool AreGlued(ReadOnlySpan<CardDigit> extra, int card)
    {
        if (card is not (15 or 16))
            return false;
        var code = card == 15 ? 4 : 3;
        return extra.Length == code || DateLength(extra) is > 0 and var date && (extra.Length == date || extra.Length == date + code);
    }

    /// <summary>What may stay of the words before a card number.</summary>
    public static ReadOnlySpan<char> CutBefore(ReadOnlySpan<char> before)
    {
        // People write a line or so in front, and the pattern looks back from its end.
        const int line = 60;
        var tail = Math.Max(0, before.Length - line);
        foreach (var match in DateBefore().EnumerateMatches(before[tail..]))
            return before[..(tail + match.Index)];
        return before;
    }

    /// <summary>Where the words go on behind a card number; never past <paramref name="next"/>, where another one begins.</summary>
    public static int EndBehind(string text, int end, int next)
    {
        var extras = Behind().Match(text, end, next - end);
        return extras.Success ? end + extras.Length : end;
    }

    /// <summary>Whether the words go on with a date, or with a code that is called one.</summary>
    public static bool StandBehind(string text, int end, int last) => Plainly().IsMatch(text.AsSpan(end, last - end));

    public static string RemoveLabelled(string text) => RemoveCodes(LabelledDate().Replace(text, CardText.Removed));

    public static string RemoveCodes(string text) => LabelledCode().Replace(text, CardText.Removed);

    /// <summary>Cheap: whether one of the labels may be there that mean nothing else.</summary>
    public static bool MayHoldCode(ReadOnlySpan<char> text) =>
        text.Contains("cv", StringComparison.OrdinalIgnoreCase) && text.ContainsAnyInRange('0', '9') && UnmistakableCode().IsMatch(text);

    /// <summary>MMYY, or MMYYYY of this century.</summary>
    private static int DateLength(ReadOnlySpan<CardDigit> extra)
    {
        if (extra.Length < 4 || (extra[0].Value * 10) + extra[1].Value is < 1 or > 12)
            return 0;
        return extra.Length is 6 or 9 or 10 && extra[2].Value == 2 && extra[3].Value == 0 ? 6 : 4;
    }

    [GeneratedRegex(
        @"\G(?:[\s,;:.|/()\-]{0,4}(?:(?:" + DateLabel + "|" + CodeLabel + ")" + Joint + @")?(?:" + Date + @"|\d{3,4}(?!\d))){1,3}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex(
        @"\A[\s,;:.|/()\-]{0,4}(?:(?:" + DateLabel + Joint + ")?" + Date + "|" + CodeLabel + Joint + @"\d{3,4}(?!\d))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Plainly();

    [GeneratedRegex(@"(?<!\d)" + Date + @"[\s,;:|()\-]{1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex DateBefore();

    [GeneratedRegex(@"\b" + DateLabel + Joint + Date, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelledDate();

    [GeneratedRegex(
        @"\b(?:" + Unmistakable + "|" + OtherCode + Joint + @"\d{3,4}(?!\d))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LabelledCode();

    [GeneratedRegex(@"\b" + Unmistakable, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex UnmistakableCode();
}
