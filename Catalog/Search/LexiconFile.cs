using System.Text;

namespace CommerceBot.Catalog.Search;

/// <summary>
/// A file of words beside the program, <c>Catalog/Search/Lexicon/NAME.txt</c>: sections in brackets, a comment after
/// <c>#</c> at a line's start.
/// </summary>
internal static class LexiconFile
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Catalog", "Search", "Lexicon");

    /// <summary>A language without a file has no words of its own; it is searched all the same.</summary>
    public static bool Exists(string name) => File.Exists(PathOf(name));

    /// <summary>Lines with something in them, in their order.</summary>
    public static IEnumerable<string> Lines(string name) =>
        File.ReadLines(PathOf(name), Encoding.UTF8).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#');

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Sections(string name)
    {
        var sections = new Dictionary<string, List<string>>();
        List<string>? open = null;
        foreach (var line in Lines(name))
            if (line[0] == '[' && line[^1] == ']')
                sections[line[1..^1]] = open = [];
            else
                (open ?? throw new InvalidDataException($"Lexicon/{name}.txt: '{line}' stands above the first [section].")).Add(line);
        return sections.ToDictionary(section => section.Key, section => (IReadOnlyList<string>)section.Value);
    }

    private static string PathOf(string name) => Path.Combine(Folder, name + ".txt");
}
