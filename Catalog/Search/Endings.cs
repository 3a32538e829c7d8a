namespace CommerceBot.Catalog.Search;

/// <summary>
/// What singular and plural share. One table for Italian and English, because a shopper's words and a merchant's texts
/// need not be in one language: <c>tazza</c>, <c>tazze</c> are <c>tazz</c>; <c>mug</c>, <c>mugs</c> are <c>mug</c>.
/// </summary>
internal static class Endings
{
    private const int ShortestStem = 3;
    private const int MostRounds = 4;

    /// <summary>Endings dropped again and again, the longest first, while three letters remain: what falls, what stays.</summary>
    private static readonly (string Ending, string Stays)[] Table =
    [
        // Italian: c and g that keep their hard sound: amici/amiche, laghi/lago; English watch/watches alike.
        ("ch", "c"), ("gh", "g"),
        // Italian vowels: libro/libri, scarpa/scarpe, chiave/chiavi, olio/oli, caffe; English e, y, ie: shoe, berry, cookie.
        ("a", ""), ("e", ""), ("i", ""), ("o", ""), ("y", ""),
        // English: mugs, boxes, glasses; never of -ss: glass, dress.
        ("ss", "ss"), ("s", ""),
    ];

    /// <param name="word">Without case and accents, as <see cref="Words"/> makes it.</param>
    public static string Drop(string word)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            var before = word;
            word = Plurals.Singular(word);
            if (word.Any(char.IsDigit))
                return word; // 50x70, 6pz: sizes and codes mean themselves
            while (Once(word) is { } shorter && shorter.Length < word.Length)
                word = shorter;
            if (word == before)
                break; // specimens lost its s, and is then no plural of the list
        }

        return word.EndsWith('v') ? word[..^1] + "f" : word; // knives and knife, leaves and leaf; gloves stay alike
    }

    private static string? Once(string word)
    {
        foreach (var (ending, stays) in Table)
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word.Length - ending.Length + stays.Length >= ShortestStem ? word[..^ending.Length] + stays : null;
        return null;
    }
}
