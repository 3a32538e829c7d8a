namespace Microsoft.Bot.Builder.Dialogs.Recognition;

/// <summary>Thousands parted by spaces: "1 234 567", "12 500,50". "333 123 4567" is not written so, and is three numbers.</summary>
internal static class SpacedGroups
{
    /// <summary>Where the number ends, or <paramref name="start"/> when there are no such groups.</summary>
    public static int End(string text, int start)
    {
        var first = Digits(text, start);
        if (first is < 1 or > 3 || text[start] == '0' || FollowsGroup(text, start))
            return start;
        var end = start + first;
        while (IsGap(text, end) && Digits(text, end + 1) == 3)
            end += 4;
        if (end == start + first || (IsGap(text, end) && Digits(text, end + 1) > 0))
            return start;
        if (end < text.Length && text[end] is '.' or ',' && Digits(text, end + 1) is > 0 and var decimals)
            end += 1 + decimals;
        return IsBroken(text, end) ? start : end;
    }

    public static string Joined(string text, int start, int end) =>
        string.Concat(text.AsSpan(start, end - start).ToString().Where(sign => !IsGap(sign)));

    private static int Digits(string text, int i)
    {
        var count = 0;
        while (i + count < text.Length && char.IsAsciiDigit(text[i + count]))
            count++;
        return count;
    }

    private static bool IsGap(string text, int i) => i < text.Length && IsGap(text[i]);

    private static bool IsGap(char sign) => sign is ' ' or '\u00A0' or '\u202F' or '\u2009';

    private static bool FollowsGroup(string text, int start) => start > 1 && IsGap(text[start - 1]) && char.IsAsciiDigit(text[start - 2]);

    /// <summary>Something goes on that no number goes on with: "1 234/5", "1 234.567.8".</summary>
    private static bool IsBroken(string text, int end) =>
        end + 1 < text.Length && text[end] is '/' or ':' or '-' or '.' or ',' or '\u2013' && char.IsAsciiDigit(text[end + 1]);
}
