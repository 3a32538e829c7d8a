using System.Collections.Frozen;

namespace CommerceBot.Catalog.Search;

/// <summary>Plurals that no ending explains (<c>mice</c>, <c>children</c>, <c>uomini</c>), from <c>Lexicon/plurals.txt</c>.</summary>
internal static class Plurals
{
    /// <summary>Words that end like a plural of the list and are none.</summary>
    private static readonly FrozenSet<string> Single = """
        specimen abdomen omen regimen acumen semen hymen stamen yemen ramen amen cyclamen dolmen lumen albumen bitumen
        examen carmen foramen numen rumen stamen flamen gravamen
        """.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Whole;
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

        (Whole, Endings) = (whole.ToFrozenDictionary(), [.. endings]);
    }

    /// <summary>The singular; the word itself when the list does not know it.</summary>
    public static string Singular(string word)
    {
        if (Whole.TryGetValue(word, out var singular))
            return singular;
        foreach (var (plural, one) in Endings)
            if (word.EndsWith(plural, StringComparison.Ordinal) && !Single.Contains(word))
                return string.Concat(word.AsSpan(0, word.Length - plural.Length), one);
        return word;
    }
}
