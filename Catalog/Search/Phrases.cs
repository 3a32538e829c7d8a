namespace CommerceBot.Catalog.Search;

/// <summary>Words and phrases of a lexicon's section by their stems, each with the key that its line begins with. The longest wins.</summary>
internal sealed class Phrases
{
    private readonly Dictionary<string, List<(string[] Stems, string Key)>> _byFirst = [];
    private readonly Dictionary<string, List<string[]>> _byKey = [];

    public bool IsEmpty => _byFirst.Count == 0;

    public void Add(string phrase, string key)
    {
        var stems = QueryTokens.Of(phrase, default).Select(token => token.Stem).ToArray();
        if (stems.Length == 0)
            return;
        if (!_byFirst.TryGetValue(stems[0], out var list))
            _byFirst[stems[0]] = list = [];
        list.Add((stems, key));
        if (!_byKey.TryGetValue(key, out var phrases))
            _byKey[key] = phrases = [];
        phrases.Add(stems);
        list.Sort((one, other) => other.Stems.Length.CompareTo(one.Stems.Length));
    }

    /// <summary>Everything that is said for a key.</summary>
    public IReadOnlyList<string[]> Of(string key) => _byKey.GetValueOrDefault(key) ?? [];

    /// <summary>The longest phrase that begins at a token and takes none that is taken already; a length of 0 means none.</summary>
    public (string Key, int Length) At(IReadOnlyList<QueryToken> tokens, int at)
    {
        if (_byFirst.TryGetValue(tokens[at].Stem, out var list))
            foreach (var (stems, key) in list)
                if (Fits(tokens, at, stems))
                    return (key, stems.Length);
        return ("", 0);
    }

    /// <summary>Every key of a phrase that begins at a token, in the file's order: a shade may belong to two colours.</summary>
    public IEnumerable<(string Key, int Length)> AllAt(IReadOnlyList<QueryToken> tokens, int at) =>
        _byFirst.TryGetValue(tokens[at].Stem, out var list)
            ? list.Where(entry => Fits(tokens, at, entry.Stems)).Select(entry => (entry.Key, entry.Stems.Length))
            : [];

    /// <summary>Every key said anywhere in a text.</summary>
    public IEnumerable<string> In(IReadOnlyList<QueryToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
            foreach (var (key, _) in AllAt(tokens, at))
                yield return key;
    }

    private static bool Fits(IReadOnlyList<QueryToken> tokens, int at, string[] stems)
    {
        if (at + stems.Length > tokens.Count)
            return false;
        for (var i = 0; i < stems.Length; i++)
            if (tokens[at + i].IsTaken || tokens[at + i].Stem != stems[i])
                return false;
        return true;
    }
}
