namespace CommerceBot.Catalog.Search;

/// <summary>
/// Takes the filters out of a sentence: bounds of the price, colour, size, material, on sale, new, bestseller, cheapest, what
/// it must be free from. What is left are the words to search for. Pure and quick: no catalogue is needed.
/// </summary>
public static class ProductQueryParser
{
    private const int MostTerms = 12;

    /// <summary>Words after which an English sentence goes on about something else than the thing: a pen to write letters with.</summary>
    private static readonly HashSet<string> Breaks = ["for", "with", "in", "at", "to", "on", "that", "which", "from", "by", "you", "like"];

    /// <summary>Reads a sentence without the shop's categories: none is found in it.</summary>
    public static ProductQuery Parse(string text, Language language) => Parse(text, language, []);

    /// <param name="categories">The shop's categories: a sentence that names one and no more asks for all that is in it.</param>
    public static ProductQuery Parse(string text, Language language, IReadOnlyList<Category> categories)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(categories);
        var lexicon = Lexicon.Of(language);
        var tokens = QueryTokens.Of(text, language);
        TakeAll(tokens, lexicon.Meaningless);
        var price = new PriceReading(tokens, lexicon);
        price.Take();
        var wanted = new List<QueryProperty>();
        var sort = TakeAll(tokens, lexicon.Dearest) > 0 ? ProductSort.Dearest : TakeAll(tokens, lexicon.Cheapest) > 0
            ? ProductSort.Cheapest : ProductSort.Relevance;
        TakeWhole(tokens, lexicon.OnSale, PropertyKind.OnSale, wanted);
        TakeWhole(tokens, lexicon.New, PropertyKind.New, wanted);
        TakeWhole(tokens, lexicon.Bestseller, PropertyKind.Bestseller, wanted);
        var exclusions = new ExclusionReading(tokens, lexicon);
        exclusions.Take();
        var category = CategoryOf(tokens, lexicon, categories);
        TakeKeyed(tokens, lexicon.Colours, PropertyKind.Colour, wanted, takes: true);
        TakeSizes(tokens, lexicon, wanted);
        TakeKeyed(tokens, lexicon.Materials, PropertyKind.Material, wanted, takes: false);
        var isBare = price.AtLeast is null && price.AtMost is null && wanted.Count + exclusions.Excluded.Count
            + exclusions.Required.Count == 0;
        var isGift = TakeGift(tokens, lexicon, isBare);
        return new ProductQuery
        {
            Text = text,
            Language = language,
            Terms = category is null ? Terms(tokens, lexicon, !isGift && wanted.Count == 0) : [],
            Category = category,
            AtLeast = price.AtLeast,
            AtMost = price.AtMost,
            Wanted = wanted,
            Excluded = exclusions.Excluded,
            Required = exclusions.Required,
            Sort = sort,
            IsGift = isGift,
        };
    }

    private static int TakeAll(IReadOnlyList<QueryToken> tokens, Phrases phrases)
    {
        var found = 0;
        for (var at = 0; at < tokens.Count; at++)
            found += Take(tokens, at, phrases.At(tokens, at).Length);
        return found;
    }

    private static void TakeWhole(IReadOnlyList<QueryToken> tokens, Phrases phrases, PropertyKind kind, List<QueryProperty> wanted)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var length = phrases.At(tokens, at).Length;
            if (length == 0)
                continue;
            Add(wanted, new QueryProperty(kind, "", Said(tokens, at, length)));
            Take(tokens, at, length);
        }
    }

    private static void TakeKeyed(IReadOnlyList<QueryToken> tokens, Phrases phrases, PropertyKind kind, List<QueryProperty> wanted,
        bool takes)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var (key, length) = phrases.At(tokens, at);
            if (length == 0)
                continue;
            Add(wanted, new QueryProperty(kind, key, Said(tokens, at, length)));
            if (takes)
                Take(tokens, at, length);
        }
    }

    // A measure (16cm, 1kg), a size by name (taglia M, size 8), or small, medium, large.
    private static void TakeSizes(IReadOnlyList<QueryToken> tokens, Lexicon lexicon, List<QueryProperty> wanted)
    {
        TakeKeyed(tokens, lexicon.Sizes, PropertyKind.Size, wanted, takes: true);
        for (var at = 0; at < tokens.Count; at++)
        {
            var named = lexicon.SizeWords.At(tokens, at).Length;
            var length = named > 0 && at + named < tokens.Count && !lexicon.IsStop(tokens[at + named]) ? named + 1
                : tokens[at] is { IsMeasure: true, IsTaken: false } ? 1 : 0;
            if (length == 0)
                continue;
            Add(wanted, new QueryProperty(PropertyKind.Size, tokens[at + length - 1].Word, Said(tokens, at, length)));
            Take(tokens, at, length);
        }
    }

    // "A gift for mum", and not the gift box.
    private static bool TakeGift(IReadOnlyList<QueryToken> tokens, Lexicon lexicon, bool isBare)
    {
        if (!SaysGift(tokens, lexicon))
            return false;
        var isGift = false;
        var content = Content(tokens, lexicon);
        var stems = content.Select(token => token.Stem).ToList();
        var things = new HashSet<QueryToken>();
        for (var at = 0; at < stems.Count; at++)
            if (lexicon.Synonyms.At(stems, at) is { Length: > 1 } thing)
                things.UnionWith(content.Skip(at).Take(thing.Length));
        for (var at = 0; at < tokens.Count; at++)
        {
            var length = lexicon.Gift.At(tokens, at).Length;
            if (length > 0 && !tokens.Skip(at).Take(length).Any(things.Contains))
                isGift |= Take(tokens, at, length) > 0;
        }

        // With nothing else to go by, the word itself is what is asked for.
        if (isGift && isBare && Content(tokens, lexicon).Count == 0)
            foreach (var token in content)
                token.IsTaken = false;

        return isGift;
    }

    private static bool SaysGift(IReadOnlyList<QueryToken> tokens, Lexicon lexicon)
    {
        for (var at = 0; at < tokens.Count; at++)
            if (lexicon.Gift.At(tokens, at).Length > 0)
                return true;
        return false;
    }

    private static CategoryId? CategoryOf(IReadOnlyList<QueryToken> tokens, Lexicon lexicon, IReadOnlyList<Category> categories)
    {
        if (categories.Count == 0)
            return null;
        var said = Content(tokens, lexicon).Select(token => token.Stem).ToHashSet();
        return said.Count == 0 ? null : categories.FirstOrDefault(category => said.SetEquals(lexicon.Content(category.Title)))?.Id;
    }

    private static List<QueryTerm> Terms(IReadOnlyList<QueryToken> tokens, Lexicon lexicon, bool isAll)
    {
        var content = Content(tokens, lexicon);
        if (content.Count == 0 && isAll && tokens.All(token => !token.IsTaken))
            content = [.. tokens.Where(token => token.Stem != "-")]; // nothing but small words: then they are what is asked for
        var stems = content.Select(token => token.Stem).ToList();
        var head = Head(tokens, content, lexicon);
        var terms = new List<QueryTerm>();
        for (var at = 0; at < content.Count && terms.Count < MostTerms;)
        {
            var length = lexicon.Synonyms.At(stems, at)?.Length ?? 1;
            terms.Add(new QueryTerm([.. content.Skip(at).Take(length).Select(token => token.Word)], head >= at && head < at + length));
            at += length;
        }

        return terms;
    }

    /// <summary>Italian names the thing first, English last, before it goes on about what it is for.</summary>
    private static int Head(IReadOnlyList<QueryToken> tokens, List<QueryToken> content, Lexicon lexicon)
    {
        if (content.Count == 0 || lexicon.Language != Language.English)
            return 0;
        var head = 0;
        var isOpen = false;
        foreach (var token in tokens)
        {
            if (isOpen && Breaks.Contains(token.Word))
                return head;
            if (content.IndexOf(token) is >= 0 and var at)
                (head, isOpen) = (at, true);
        }

        return head;
    }

    /// <summary>A bare number says nothing; three cups do.</summary>
    private static List<QueryToken> Content(IReadOnlyList<QueryToken> tokens, Lexicon lexicon) =>
    [
        .. tokens.Where((token, at) => !token.IsTaken && !lexicon.IsStop(token) && token.Stem is not ("-" or "€" or "$" or "£")
            && (token.Number is null || at + 1 < tokens.Count && lexicon.Units.Contains(tokens[at + 1].Stem))),
    ];

    private static int Take(IReadOnlyList<QueryToken> tokens, int at, int length)
    {
        for (var i = at; i < at + length; i++)
            tokens[i].IsTaken = true;
        return length;
    }

    private static string Said(IReadOnlyList<QueryToken> tokens, int at, int length) =>
        string.Join(' ', tokens.Skip(at).Take(length).Select(token => token.Word));

    private static void Add(List<QueryProperty> wanted, QueryProperty property)
    {
        if (!wanted.Exists(known => known.Kind == property.Kind && known.Value == property.Value))
            wanted.Add(property);
    }
}
