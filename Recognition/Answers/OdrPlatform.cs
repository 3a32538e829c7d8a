using System.Text.RegularExpressions;

namespace CommerceBot.Recognition.Answers;

/// <summary>
/// Links to the EU's platform for online dispute resolution: it closed on 20 July 2025, and a shop that still links to it misleads
/// (Regulation (EU) 2024/3228, read 2026-11).
/// </summary>
public static partial class OdrPlatform
{
    /// <summary>A problem for each line that links to it.</summary>
    public static IEnumerable<AnswerProblem> Find(string file, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split('\n').Index().Where(line => IsLinkedIn(line.Item)).Select(line => new AnswerProblem(
            file, line.Index + 1, "links to the EU's platform for online disputes, which closed in July 2025: take the link out"));
    }

    /// <summary>Whether a text links to it.</summary>
    public static bool IsLinkedIn(string text) => Address().IsMatch(text);

    [GeneratedRegex(@"ec\.europa\.eu/(consumers/)?odr|webgate\.ec\.europa\.eu/odr", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
