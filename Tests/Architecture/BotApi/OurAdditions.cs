namespace CommerceBot.Tests.Architecture.BotApi;

/// <summary>
/// Which additions are ours, and which are Microsoft's own that their listing leaves out: BotFramework/ADDITIONS.md
/// says so above each list.
/// </summary>
internal static class OurAdditions
{
    public static IReadOnlySet<string> In(string markdown)
    {
        var (ours, found) = (true, new HashSet<string>(StringComparer.Ordinal));
        foreach (var line in markdown.Split('\n'))
        {
            var words = line.TrimStart('#', ' ');
            if (line.StartsWith("- `", StringComparison.Ordinal))
            {
                if (ours)
                    found.Add(line[3..].Split('`')[0]);
            }
            else if (words.StartsWith("Ours", StringComparison.Ordinal))
                ours = true;
            else if (words.StartsWith("Microsoft's", StringComparison.Ordinal))
                ours = false;
        }

        return found;
    }
}
