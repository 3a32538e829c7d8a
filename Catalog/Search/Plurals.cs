using System.Collections.Frozen;

namespace CommerceBot.Catalog.Search;

/// <summary>Plurals that no ending explains (<c>mice</c>, <c>children</c>, <c>uomini</c>), from <c>Lexicon/plurals.txt</c>.</summary>
internal static class Plurals
{
    /// <summary>Words that end like a plural of the list and are none.</summary>
    private static readonly FrozenSet<string> Single = """
        specimen abdomen omen regimen acumen semen hymen stamen yemen ramen amen cyclamen dolmen lumen albumen bitumen
        examen carmen foramen numen rumen stamen flamen gravamen
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Whole;
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Singles =
        Single.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly (string Plural, string Singular)[] Endings;

    static Plurals()
    {
        var whole = new Dictionary<string, string>();
        var endings = new List<(string, string)>();
        foreach (var line in LexiconFile.Lines("plurals"))
        {
            var pair = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (pair.Length != 2)
                throw new InvalidDataException($"Lexicon/plurals.txt: '{line}' must be a plural and its singular.");
            if (pair[0].StartsWith('*'))
                endings.Add((pair[0][1..], pair[1]));
            else
                whole[pair[0]] = pair[1];
        }

        Whole = whole.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        Endings = [.. endings];
    }

    /// <summary>The singular; the word itself when the list does not know it.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word)
    {
        if (Whole.TryGetValue(word, out var singular))
            return singular;
        foreach (var (plural, one) in Endings)
            if (word.EndsWith(plural) && !Singles.Contains(word))
                return string.Concat(word[..^plural.Length], one);
        return word;
    }
}
