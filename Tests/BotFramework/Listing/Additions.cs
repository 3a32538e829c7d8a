namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>
/// BotFramework/ADDITIONS.md: every line "- `Name` - reason" names a type or a member that Microsoft's listing does not
/// show.
/// </summary>
internal static class Additions
{
    public static IReadOnlySet<string> All { get; } = Read().ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Read()
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "BotFramework", "ADDITIONS.md")))
        {
            if (!line.StartsWith("- `", StringComparison.Ordinal))
                continue;
            var parts = line[3..].Split('`', 2);
            if (parts.Length != 2 || parts[1].Trim().TrimStart('-').Trim().Length < 3)
                throw new InvalidDataException($"An addition needs a reason: {line}");
            yield return parts[0];
        }
    }
}
