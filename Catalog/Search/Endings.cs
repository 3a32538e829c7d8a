namespace CommerceBot.Catalog.Search;

/// <summary>
/// What singular and plural share. One table for Italian and English, because a shopper's words and a merchant's texts
/// need not be in one language: <c>tazza</c>, <c>tazze</c> are <c>tazz</c>; <c>mug</c>, <c>mugs</c> are <c>mug</c>.
/// </summary>
internal static class Endings
{
    private const int ShortestStem = 3;
    private const int MostRounds = 4;

    /// <summary>Endings dropped again and again, the longest first, while three letters remain; how many of their letters stay.</summary>
    private static readonly (string Ending, int Stays)[] Table =
    [
        // Italian: c and g that keep their hard sound: amici/amiche, laghi/lago; English watch/watches alike.
        ("ch", 1), ("gh", 1),
        // Italian vowels: libro/libri, scarpa/scarpe, chiave/chiavi, olio/oli, caffe; English e, y, ie: shoe, berry, cookie.
        ("a", 0), ("e", 0), ("i", 0), ("o", 0), ("y", 0),
        // English: mugs, boxes, glasses; never of -ss: glass, dress.
        ("ss", 2), ("s", 0),
    ];

    /// <param name="word">Without case and accents, as <see cref="Words"/> makes it.</param>
    public static string Drop(string word)
    {
        ReadOnlySpan<char> left = word;
        for (var round = 0; round < MostRounds; round++)
        {
            var before = left;
            left = Plurals.Singular(left);
            if (HasDigit(left))
                return Text(left, word); // 50x70, 6pz: sizes and codes mean themselves
            while (Once(left) is var shorter && shorter.Length < left.Length)
                left = shorter;
            if (left.SequenceEqual(before))
                break; // specimens lost its s, and is then no plural of the list
        }

        // knives and knife, leaves and leaf; gloves stay alike
        return left is [.. var stem, 'v'] ? string.Concat(stem, "f") : Text(left, word);
    }

    /// <summary>The word itself where nothing was dropped: no copy is made of it.</summary>
    private static string Text(ReadOnlySpan<char> left, string word) => left.SequenceEqual(word) ? word : left.ToString();

    private static bool HasDigit(ReadOnlySpan<char> word)
    {
        foreach (var sign in word)
            if (char.IsDigit(sign))
                return true;
        return false;
    }

    /// <summary>What stays is how the ending begins, or nothing of it.</summary>
    private static ReadOnlySpan<char> Once(ReadOnlySpan<char> word)
    {
        foreach (var (ending, stays) in Table)
            if (word.EndsWith(ending))
                return word.Length - ending.Length + stays >= ShortestStem ? word[..(word.Length - ending.Length + stays)] : word;
        return word;
    }
}
