namespace CommerceBot.Catalog.Search;

/// <summary>Words that mean the same, or that are looked for too: <c>mug, cup</c> and <c>tableware > plate, bowl</c>.</summary>
internal sealed class Synonyms
{
    private const double Same = 0.85;
    private const double Also = 0.7;

    private readonly Dictionary<string, List<Entry>> _byFirst = [];

    public Synonyms(IReadOnlyList<string> lines, Lexicon lexicon)
    {
        foreach (var line in lines)
        {
            var sides = line.Split('>');
            var same = Side(sides[0], lexicon);
            var also = sides.Length > 1 ? Side(sides[1], lexicon) : [];
            foreach (var phrase in same)
            {
                var others = (sides.Length > 1 ? [] : same.Where(other => !other.SequenceEqual(phrase))
                    .Select(other => new Alternative(other, Same)))
                    .Concat(also.Select(other => new Alternative(other, Also)));
                Add(phrase, others);
            }
        }
    }

    /// <summary>Single words that have an entry: a typo of one of them can be mended.</summary>
    public Vocabulary Vocabulary => field ??= new Vocabulary(
        _byFirst.Values.SelectMany(entries => entries).Where(entry => entry.Stems.Length == 1).Select(entry => (entry.Stems[0], 1L))
            .Distinct());

    /// <summary>The longest entry that begins at a place among the words that count; null when there is none.</summary>
    public (int Length, IReadOnlyList<Alternative> Others)? At(IReadOnlyList<string> stems, int at)
    {
        if (!_byFirst.TryGetValue(stems[at], out var entries))
            return null;
        Entry? longest = null;
        foreach (var entry in entries)
            if (entry.Stems.Length > (longest?.Stems.Length ?? 0) && Fits(stems, at, entry.Stems))
                longest = entry;
        return longest is null ? null : (longest.Stems.Length, longest.Others);
    }

    private static bool Fits(IReadOnlyList<string> stems, int at, string[] entry)
    {
        if (at + entry.Length > stems.Count)
            return false;
        for (var i = 0; i < entry.Length; i++)
            if (stems[at + i] != entry[i])
                return false;
        return true;
    }

    private static List<string[]> Side(string side, Lexicon lexicon) =>
        [.. side.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(lexicon.Content)
            .Where(stems => stems.Length > 0)];

    private void Add(string[] phrase, IEnumerable<Alternative> others)
    {
        if (!_byFirst.TryGetValue(phrase[0], out var entries))
            _byFirst[phrase[0]] = entries = [];
        var entry = entries.Find(known => known.Stems.SequenceEqual(phrase));
        if (entry is null)
            entries.Add(entry = new Entry(phrase, []));
        foreach (var other in others)
            if (!other.Stems.SequenceEqual(phrase) && !entry.Others.Exists(known => known.Stems.SequenceEqual(other.Stems)))
                entry.Others.Add(other);
    }

    private sealed record Entry(string[] Stems, List<Alternative> Others);
}

/// <summary>One way to satisfy a word of the question: all of these stems in a product.</summary>
/// <param name="Weight">1 for the word itself, less for what only means it.</param>
/// <param name="IsPrefix">The last stem may go on.</param>
internal sealed record Alternative(IReadOnlyList<string> Stems, double Weight, bool IsPrefix = false);
