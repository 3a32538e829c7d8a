namespace CommerceBot.Tests.BotFramework.Listing;

/// <summary>One type of Microsoft's API, as the listing holds it: a header line and its members' signatures.</summary>
internal sealed record ListedType(string Namespace, string Kind, string Name, IReadOnlyList<string> Bases, IReadOnlyList<string> Members)
{
    public string FullName => $"{Namespace}.{Name}";

    public static IEnumerable<ListedType> All() =>
        Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "Tests", "BotFramework", "Listing"), "*.txt")
            .Order(StringComparer.Ordinal)
            .SelectMany(Read);

    private static IEnumerable<ListedType> Read(string file)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == ' ')
                continue;
            var members = lines.Skip(i + 1).TakeWhile(line => line.StartsWith(' ')).Select(line => line.Trim());
            yield return Parse(Path.GetFileNameWithoutExtension(file), lines[i], [.. members]);
        }
    }

    private static ListedType Parse(string space, string header, IReadOnlyList<string> members)
    {
        var colon = header.IndexOf(" : ", StringComparison.Ordinal);
        var declared = colon < 0 ? header : header[..colon];
        var name = declared[(declared.LastIndexOf(' ') + 1)..];
        return new ListedType(space, declared[..^(name.Length + 1)], name, colon < 0 ? [] : Split(header[(colon + 3)..]), members);
    }

    private static List<string> Split(string bases)
    {
        var parts = new List<string> { string.Empty };
        var depth = 0;
        foreach (var letter in bases)
        {
            depth += letter switch { '<' => 1, '>' => -1, _ => 0 };
            if (letter == ',' && depth == 0)
                parts.Add(string.Empty);
            else
                parts[^1] += letter;
        }

        return [.. parts.Select(part => part.Trim())];
    }
}
