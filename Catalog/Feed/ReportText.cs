namespace CommerceBot.Catalog.Feed;

/// <summary>A value as the report shows it: one short line, no control characters.</summary>
internal static class ReportText
{
    private const int Longest = 60;

    public static string Short(ReadOnlySpan<char> value)
    {
        var cut = value.Length > Longest ? value[..Longest] : value;
        var shown = string.Create(cut.Length, cut, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
        });
        return value.Length > Longest ? shown + "..." : shown.Trim();
    }
}
