using System.Globalization;

namespace CommerceBot.Dialogs;

/// <summary>
/// The last sentences of a shopper, for a person who may be called later: one text of a line each, since every turn reads and writes
/// it. A line is when it was written, in milliseconds since 1970, and the words.
/// </summary>
internal static class RecentSentences
{
    private const int Most = 4;
    private const int Longest = 200;

    /// <summary>With one more, and the oldest gone.</summary>
    public static string With(string? recent, string words, long at)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{at} {ChatRecord.Short(words, Longest).ReplaceLineEndings(" ")}");
        return recent is null ? line : string.Join('\n', recent.Split('\n').TakeLast(Most - 1).Append(line));
    }

    /// <summary>The oldest first.</summary>
    public static IEnumerable<(string Words, DateTimeOffset At)> Read(string? recent)
    {
        foreach (var line in recent?.Split('\n') ?? [])
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            if (blank > 0 && long.TryParse(line.AsSpan(0, blank), NumberStyles.None, CultureInfo.InvariantCulture, out var at))
                yield return (line[(blank + 1)..], DateTimeOffset.FromUnixTimeMilliseconds(at));
        }
    }

    public static string? Last(string? recent) => recent is null ? null : Read(recent).LastOrDefault().Words;
}
