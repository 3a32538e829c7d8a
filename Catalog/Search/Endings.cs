namespace CommerceBot.Catalog.Search;

/// <summary>
/// What singular and plural share. One table for Italian and English, because a shopper's words and a merchant's texts
/// need not be in one language: <c>tazza</c>, <c>tazze</c> are <c>tazz</c>; <c>mug</c>, <c>mugs</c> are <c>mug</c>.
/// </summary>
internal static class Endings
{
    private const int ShortestStem = 3;

    /// <summary>Plurals that no ending explains, to their singular, without accents.</summary>
    private static readonly Dictionary<string, string> Irregular = new()
    {
        // English
        ["men"] = "man", ["women"] = "woman", ["children"] = "child", ["people"] = "person",
        ["feet"] = "foot", ["teeth"] = "tooth", ["geese"] = "goose", ["mice"] = "mouse",
        ["knives"] = "knife", ["wives"] = "wife", ["lives"] = "life", ["shelves"] = "shelf", ["leaves"] = "leaf",
        ["loaves"] = "loaf", ["halves"] = "half", ["scarves"] = "scarf", ["calves"] = "calf",
        ["jewellery"] = "jewel", ["jewelry"] = "jewel",
        // Italian
        ["uomini"] = "uomo", ["uve"] = "uva", ["ali"] = "ala", ["buoi"] = "bue", ["dei"] = "dio", ["templi"] = "tempio",
        ["mogli"] = "moglie", ["te"] = "tea", // tè and tea are one shelf
    };

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
        word = Irregular.GetValueOrDefault(word, word);
        if (word.Any(char.IsDigit))
            return word; // 50x70, 6pz: sizes and codes mean themselves
        while (Once(word) is { } shorter && shorter.Length < word.Length)
            word = shorter;
        return word;
    }

    private static string? Once(string word)
    {
        foreach (var (ending, stays) in Table)
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return word.Length - ending.Length + stays.Length >= ShortestStem ? word[..^ending.Length] + stays : null;
        return null;
    }
}
