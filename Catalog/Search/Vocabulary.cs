using System.Numerics;

namespace CommerceBot.Catalog.Search;

/// <summary>
/// Every stem of one language in the catalogue, and in how many products it is: what is known, what is meant, what is rare.
/// </summary>
internal sealed class Vocabulary
{
    private const int LongWord = 8;
    private const int ShortWord = 4;
    private const int ShortStem = 3;
    private const int MostNear = 3;

    private readonly string[] _stems;
    private readonly int[] _products;
    private readonly uint[] _letters;

    public Vocabulary(IEnumerable<(string Stem, long Products)> stems)
    {
        var sorted = stems.OrderBy(one => one.Stem, StringComparer.Ordinal).ToList();
        _stems = [.. sorted.Select(one => one.Stem)];
        _products = [.. sorted.Select(one => (int)one.Products)];
        _letters = [.. _stems.Select(stem => Letters(stem))];
        Most = _products.DefaultIfEmpty(0).Max();
    }

    public static Vocabulary Empty { get; } = new([]);

    /// <summary>In how many products the commonest stem is.</summary>
    public int Most { get; }

    public int ProductsWith(string stem) => Array.BinarySearch(_stems, stem, StringComparer.Ordinal) is >= 0 and var at ? _products[at] : 0;

    public bool Knows(string stem) => ProductsWith(stem) > 0;

    public bool KnowsBeginning(string stem)
    {
        var at = Array.BinarySearch(_stems, stem, StringComparer.Ordinal);
        at = at < 0 ? ~at : at;
        return at < _stems.Length && _stems[at].StartsWith(stem, StringComparison.Ordinal);
    }

    /// <summary>
    /// What a word that nobody knows may have been meant as: one edit away from four letters on, two from eight, the nearest and
    /// commonest first. Few people mistake the first letter, so it must be right in a short word.
    /// </summary>
    public IReadOnlyList<(string Stem, int Distance)> Near(string word, string stem)
    {
        var most = word.Length >= LongWord ? 2 : word.Length >= ShortWord ? 1 : 0;
        if (most == 0)
            return [];
        var near = new List<(string Stem, int Distance, int Products)>();
        var letters = Letters(stem);
        for (var i = 0; i < _stems.Length; i++)
        {
            var known = _stems[i];
            if (Math.Abs(known.Length - stem.Length) > most || BitOperations.PopCount(letters ^ _letters[i]) > 2 * most
                || !BeginsAlike(known, stem))
                continue;
            var distance = EditDistance.Between(stem, known, most);
            if (distance <= most && (stem.Length > ShortStem || SoundsAlike(known, stem)))
                near.Add((known, distance, _products[i]));
        }

        return [.. near.OrderBy(one => one.Distance).ThenByDescending(one => one.Products).Take(MostNear)
            .Select(one => (one.Stem, one.Distance))];
    }

    /// <summary>With another letter a stem of three is another word, unless it sounds the same.</summary>
    private static bool SoundsAlike(string known, string stem) => known.Length == stem.Length && known.Replace('k', 'c').Replace('z', 's')
        .Replace('y', 'i') == stem.Replace('k', 'c').Replace('z', 's').Replace('y', 'i');

    private static bool BeginsAlike(string known, string stem) =>
        known[0] == stem[0] || stem.Length >= LongWord || known.Length > 1 && stem.Length > 1 && known[1] == stem[0] && known[0] == stem[1];

    private static uint Letters(string stem)
    {
        var letters = 0u;
        foreach (var sign in stem)
            letters |= 1u << (char.IsAsciiLetterLower(sign) ? sign - 'a' : 26 + (sign & 3));
        return letters;
    }
}
