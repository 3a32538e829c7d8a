namespace CommerceBot.Catalog.Search;

/// <summary>
/// How each word of a question can be satisfied in one language of the catalogue: itself, what means the same, joined with its
/// neighbour or split in two, mended when nobody knows it, or as a beginning when it is the last one.
/// </summary>
internal sealed class SearchPlan
{
    private const double Joined = 0.95;
    private const double OneEdit = 0.7;
    private const double TwoEdits = 0.55;
    private const double Beginning = 0.5;
    private const int ShortestBeginning = 3;
    private const int ShortestPart = 3;
    private const int MostAlternatives = 16;
    private const double HeadWeight = 1.5;

    private readonly Vocabulary _vocabulary;
    private readonly Lexicon _lexicon;

    private SearchPlan(ProductQuery query, Vocabulary vocabulary)
    {
        (_vocabulary, _lexicon) = (vocabulary, Lexicon.Of(query.Language));
        for (var at = 0; at < query.Terms.Count; at++)
            Terms.Add(Join(query.Terms, ref at) ?? Plan(query.Terms[at], at == query.Terms.Count - 1));
    }

    public List<PlannedTerm> Terms { get; } = [];

    /// <summary>Words taken for others, as said and as meant.</summary>
    public List<(string Said, string Meant)> Corrections { get; } = [];

    /// <summary>Whether a word that nobody knows was cut in two or mended: then it says nothing of the language it is in.</summary>
    public bool IsGuess { get; private set; }

    /// <summary>From 0, nothing is known, to 1, every word is: tells the language in which a sentence was written.</summary>
    public double Quality => Terms.Count == 0 ? 1 : Terms.Sum(term => term.Alternatives.Select(one => one.Weight).DefaultIfEmpty(0)
        .Max() * term.Weight) / Terms.Sum(term => term.Weight);

    public static SearchPlan For(ProductQuery query, Vocabulary vocabulary) => new(query, vocabulary);

    // table cloth is tablecloth, when the catalogue or a list of synonyms knows it
    private PlannedTerm? Join(IReadOnlyList<QueryTerm> terms, ref int at)
    {
        if (at + 1 >= terms.Count || terms[at].Words.Count > 1 || terms[at + 1].Words.Count > 1)
            return null;
        var (one, other) = (terms[at].Words[0], terms[at + 1].Words[0]);
        var joined = Endings.Drop(one + other);
        var same = _lexicon.Synonyms.At([joined], 0);
        if (!_vocabulary.Knows(joined) && same is null || (one + other).Any(char.IsDigit))
            return null;
        List<Alternative> ways = [new([joined], Joined), new([Endings.Drop(one), Endings.Drop(other)], Joined), .. same?.Others ?? []];
        var term = new QueryTerm([one, other], terms[at].IsHead || terms[at + 1].IsHead);
        at++;
        return Made(term, Known(ways));
    }

    private PlannedTerm Plan(QueryTerm term, bool isLast)
    {
        var stems = term.Words.Select(Endings.Drop).ToList();
        List<Alternative> ways = [new(stems, 1), .. _lexicon.Synonyms.At(stems, 0)?.Others ?? []];
        var known = Known(ways);
        if (known.Count > 0 || term.Words.Count > 1)
            return Made(term, known.Count > 0 ? known : Known([.. stems.Select(stem => new Alternative([stem], OneEdit))]));
        var word = term.Words[0];
        if (word.Any(char.IsDigit))
            return Made(term, isLast && _vocabulary.KnowsBeginning(word) ? [new Alternative([word], Beginning, IsPrefix: true)] : []);
        known = [.. Split(word), .. Mended(word, stems[0])];
        IsGuess |= known.Count > 0;
        if (isLast && word.Length >= ShortestBeginning && _vocabulary.KnowsBeginning(word))
            known.Add(new Alternative([word], Beginning, IsPrefix: true));
        return Made(term, known);
    }

    /// <summary>Ways that some product satisfies, the surest first.</summary>
    private List<Alternative> Known(IEnumerable<Alternative> ways) =>
        [.. ways.Where(way => way.Stems.All(_vocabulary.Knows)).OrderByDescending(way => way.Weight).Take(MostAlternatives)];

    private List<Alternative> Split(string word)
    {
        for (var cut = ShortestPart; cut <= word.Length - ShortestPart; cut++)
        {
            if (_lexicon.Stop.Contains(word[..cut]) || _lexicon.Stop.Contains(word[cut..]))
                continue;
            string[] parts = [Endings.Drop(word[..cut]), Endings.Drop(word[cut..])];
            if (parts.Any(_lexicon.Stop.Contains))
                continue;
            var same = _lexicon.Synonyms.At(parts, 0) is { Length: 2 } entry ? entry.Others : [];
            var known = Known([new Alternative(parts, Joined), .. same]);
            if (known.Count > 0)
                return known;
        }

        return [];
    }

    private List<Alternative> Mended(string word, string stem)
    {
        var near = _vocabulary.Near(word, stem);
        var listed = _lexicon.Synonyms.Vocabulary.Near(word, stem);
        var least = near.Concat(listed).Select(one => one.Distance).DefaultIfEmpty(0).Min();
        var mended = new List<Alternative>();
        foreach (var (meant, distance) in near.Concat(listed).Where(one => one.Distance == least))
        {
            var weight = distance == 1 ? OneEdit : TwoEdits;
            List<Alternative> ways = [new([meant], weight), .. (_lexicon.Synonyms.At([meant], 0)?.Others ?? [])
                .Select(way => way with { Weight = way.Weight * weight })];
            foreach (var way in Known(ways))
                if (!mended.Exists(known => known.Stems.SequenceEqual(way.Stems)))
                    mended.Add(way);
        }

        if (mended.Count > 0)
            Corrections.Add((word, string.Join(' ', mended[0].Stems)));
        return mended;
    }

    private PlannedTerm Made(QueryTerm term, List<Alternative> ways)
    {
        var products = ways.Count == 0 ? 0 : ways[0].IsPrefix ? 1 : ways[0].Stems.Min(_vocabulary.ProductsWith);
        var rarity = 1 + Math.Log((_vocabulary.Most + 1.0) / (products + 1)) / Math.Log(_vocabulary.Most + 2);
        return new PlannedTerm(term, ways, term.IsHead ? HeadWeight * rarity : rarity);
    }
}

/// <param name="Alternatives">Ways to satisfy it, the surest first; none when no product can.</param>
/// <param name="Weight">More for what is rare, and for the thing itself.</param>
internal sealed record PlannedTerm(QueryTerm Said, IReadOnlyList<Alternative> Alternatives, double Weight);
