namespace CommerceBot.Catalog.Search;

/// <summary>
/// Words and phrases of a lexicon's section by their stems, each with the key that its line begins with. The longest wins.
/// </summary>
internal sealed class Phrases
{
    private const int ShortWord = 4;

    private readonly Dictionary<string, List<(QueryToken[] Words, string Key)>> _byFirst = [];
    private readonly Dictionary<string, List<string[]>> _byKey = [];

    public bool IsEmpty => _byFirst.Count == 0;

    public void Add(string phrase, string key)
    {
        var words = QueryTokens.Of(phrase, default).ToArray();
        if (words.Length == 0)
            return;
        if (!_byFirst.TryGetValue(words[0].Stem, out var list))
            _byFirst[words[0].Stem] = list = [];
        list.Add((words, key));
        if (!_byKey.TryGetValue(key, out var phrases))
            _byKey[key] = phrases = [];
        phrases.Add([.. words.Select(word => word.Stem)]);
        list.Sort((one, other) => other.Words.Length.CompareTo(one.Words.Length));
    }

    /// <summary>Everything that is said for a key.</summary>
    public IReadOnlyList<string[]> Of(string key) => _byKey.GetValueOrDefault(key) ?? [];

    /// <summary>The longest phrase that begins at a token and takes none that is taken already; a length of 0 means none.</summary>
    public (string Key, int Length) At(IReadOnlyList<QueryToken> tokens, int at)
    {
        if (at < tokens.Count && _byFirst.TryGetValue(tokens[at].Stem, out var list))
        {
            var found = (Key: "", Length: 0);
            foreach (var (words, key) in list)
                if (words.Length >= found.Length && Fits(tokens, at, words) && (found.Length == 0 || IsWritten(tokens, at, words)))
                    found = (key, words.Length);
            return found;
        }

        return ("", 0);
    }

    /// <summary>
    /// Every key of a phrase that begins at a token: a shade may belong to two colours. What is written as in the file counts before
    /// what has its stem alone, for lattosio is not latte.
    /// </summary>
    public IReadOnlyList<(string Key, int Length)> AllAt(IReadOnlyList<QueryToken> tokens, int at)
    {
        if (at >= tokens.Count || !_byFirst.TryGetValue(tokens[at].Stem, out var list))
            return [];
        var fitting = list.Where(entry => Fits(tokens, at, entry.Words)).ToList();
        var written = fitting.Where(entry => IsWritten(tokens, at, entry.Words)).ToList();
        return [.. (written.Count > 0 ? written : fitting).Select(entry => (entry.Key, entry.Words.Length))];
    }

    /// <summary>Every key said anywhere in a text.</summary>
    public IEnumerable<string> In(IReadOnlyList<QueryToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
            foreach (var (key, _) in AllAt(tokens, at))
                yield return key;
    }

    private static bool Fits(IReadOnlyList<QueryToken> tokens, int at, QueryToken[] words)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (tokens[at + i].IsTaken || !IsSame(tokens[at + i], words[i]))
                return false;
        return true;
    }

    private static bool IsWritten(IReadOnlyList<QueryToken> tokens, int at, QueryToken[] words)
    {
        for (var i = 0; i < words.Length; i++)
            if (tokens[at + i].Word != words[i].Word)
                return false;
        return true;
    }

    // A note is not a "not": the stems of short words are those of too many.
    private static bool IsSame(QueryToken token, QueryToken word) => word.Word.Length <= ShortWord ? token.Word == word.Word
        : token.Stem == word.Stem;
}
