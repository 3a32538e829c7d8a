using System.Collections.Frozen;

namespace CommerceBot.Catalog.Search;

/// <summary>
/// Answers a <see cref="ProductQuery"/>: reads it in the language of the conversation and in the others, takes the reading that the
/// catalogue knows best, gathers candidates, ranks them, and lets nothing through that breaks a bound, an exclusion or a claim.
/// </summary>
internal sealed class ProductSearcher(ISearchSource source)
{
    private const int Most = ProductSearch.MostFound;
    private const int Enough = 40;
    private const int FewTerms = 3;

    /// <summary>
    /// What is this far below the best answer is none, when the best may not be shown: a board "kind to your knives" is no
    /// knife below 50.
    /// </summary>
    private const double CutWhenBound = 0.45;
    private const double Cut = 0.15;
    private const double CutWhenSorted = 0.75;
    private const double AsWell = 0.5;
    private const double CutWhenPartial = 0.7;
    private const double Whole = 0.999;

    /// <summary>What has some of the words only must have them where it counts, and not in passing.</summary>
    private const double Strong = 4;

    /// <summary>The conversation's own language wins over another that knows the words as well.</summary>
    private const double Own = 0.02;

    public async Task<ProductSearch> RunAsync(ProductQuery query, Language language, int page, int size,
        CancellationToken cancellationToken)
    {
        var (reading, plan, letter) = await ReadAsync(query, language, cancellationToken);
        var scored = await ScoredAsync(reading, plan, letter, cancellationToken);
        if (scored.Count == 0 && reading is { IsGift: true, Terms.Count: > 0 })
        {
            // What is said of the person to be given something is no word of the shop.
            (reading, plan) = (reading with { Terms = [] }, SearchPlan.For(reading with { Terms = [] }, source.Vocabulary(letter)));
            scored = await ScoredAsync(reading, plan, letter, cancellationToken);
        }

        var fitting = new ProductFilter(reading);
        var hard = scored.Select(fitting.Hard).Where(one => one.Variants.Count > 0).ToList();
        var (found, givenUp) = fitting.Soft(hard, mayGiveUp: reading.Terms.Count > 0 || reading.Category is not null);
        var ordered = Ordered(found, reading.Sort);
        givenUp.AddRange(Unknown(plan, Lexicon.Of(reading.Language).Units, ordered));
        var shown = ordered.Skip((int)Math.Min((long)page * size, Most)).Take(size);
        var items = await source.ProductsAsync(
            [.. shown.Select(one => (one.Scored.Product.Number, Skus(one, fitting)))], language, cancellationToken);
        var products = new ResultPage<Product>(items, page, ordered.Count, ((long)page + 1) * size < ordered.Count);
        return new ProductSearch(products, Match(ordered, givenUp), [.. fitting.CannotTell], plan.Corrections);
    }

    private static ProductMatch Match(List<MatchingProduct> found, List<QueryProperty> givenUp) => found.Count == 0
        ? new ProductMatch.Nothing()
        : givenUp.Count > 0 ? new ProductMatch.WithoutProperty(givenUp) : new ProductMatch.Exact();

    /// <summary>
    /// Words of a short question that nothing found has: a pan that is non-stick, where there are pans. In a story they are
    /// many, and say little.
    /// </summary>
    private static IEnumerable<QueryProperty> Unknown(SearchPlan plan, FrozenSet<string> units, List<MatchingProduct> found) =>
        plan.Terms.Count > FewTerms || found.Count == 0 || found[0].Scored.Covered > Whole ? []
            : plan.Terms.Where(term => term.Alternatives.Count == 0
                && !term.Said.Words.Any(word => char.IsDigit(word[0]) || units.Contains(Endings.Drop(word))))
                .Select(term => new QueryProperty(PropertyKind.Word, string.Join(' ', term.Said.Words), string.Join(' ', term.Said.Words)));

    private async Task<(ProductQuery Reading, SearchPlan Plan, string Letter)> ReadAsync(ProductQuery query, Language language,
        CancellationToken cancellationToken)
    {
        var best = await PlanAsync(query, language, cancellationToken);
        if (best.Plan.Quality >= 1 || query.Text.Length == 0)
            return best;
        foreach (var other in Lexicon.Languages.Concat(source.Languages).Distinct().Where(one => one != query.Language))
        {
            var read = await PlanAsync(Kept(ProductQueryParser.Parse(query.Text, other), query), other, cancellationToken);
            var saysSomething = read.Reading.Terms.Count > 0 || read.Reading.Category is not null;
            if (saysSomething && !read.Plan.IsGuess && read.Plan.Quality > best.Plan.Quality + Own)
                best = read;
        }

        return best;
    }

    /// <summary>What must not be broken holds in whichever language the words are found.</summary>
    private static ProductQuery Kept(ProductQuery read, ProductQuery asked) => read with
    {
        AtLeast = asked.AtLeast ?? read.AtLeast,
        AtMost = asked.AtMost ?? read.AtMost,
        Excluded = [.. asked.Excluded.Union(read.Excluded)],
        Required = [.. asked.Required.Union(read.Required)],
    };

    private async Task<(ProductQuery Reading, SearchPlan Plan, string Letter)> PlanAsync(ProductQuery query, Language language,
        CancellationToken cancellationToken)
    {
        var letter = source.Letter(language);
        var plan = SearchPlan.For(query, source.Vocabulary(letter));
        if (query.Category is null && plan.Terms.Count is > 0 and <= FewTerms
            && plan.Terms.TrueForAll(term => term.Alternatives.Count > 0)
            && await CategoryAsync(query, plan, language, cancellationToken) is { } category)
        {
            query = query with { Category = category, Terms = [] };
            plan = SearchPlan.For(query, source.Vocabulary(letter));
        }

        return (query, plan, letter);
    }

    // "le cose di cucina": all that is in that category, and not what has the word in its name
    private async Task<CategoryId?> CategoryAsync(
        ProductQuery query, SearchPlan plan, Language language, CancellationToken cancellationToken)
    {
        var words = Lexicon.Of(query.Language);
        var meant = plan.Terms.SelectMany(term => term.Alternatives.Count > 0 ? term.Alternatives[0].Stems : []).ToHashSet();
        var categories = await source.CategoriesAsync(language, cancellationToken);
        return categories.FirstOrDefault(category => meant.SetEquals(words.Content(category.Title)))?.Id;
    }

    private async Task<List<Scored>> ScoredAsync(ProductQuery query, SearchPlan plan, string letter, CancellationToken cancellationToken)
    {
        var numbers = await CandidatesAsync(query, plan, letter, cancellationToken);
        var candidates = await source.LoadAsync(numbers, query.Language, cancellationToken);
        var scored = candidates.Select((product, place) =>
        {
            var (score, covered, strength) = Relevance.Of(product, plan, query.Language);
            return (One: new Scored(product, score, covered, place), strength);
        }).Where(one => one.One.Covered >= LeastCovered(plan) && (one.One.Covered > Whole || one.strength >= Strong))
            .Select(one => one.One).ToList();
        var isBound = query.AtLeast is not null || query.AtMost is not null || query.Required.Count + query.Excluded.Count > 0;
        var cut = query.Sort != ProductSort.Relevance ? CutWhenSorted : isBound ? CutWhenBound : Cut;
        var best = scored.Select(one => one.Score).DefaultIfEmpty(0).Max();
        // Who has every word is the answer; who has fewer is one only if it is nearly as good.
        var whole = scored.Exists(one => one.Covered > Whole);
        return plan.Terms.Count == 0 ? scored : [.. scored.Where(one =>
            one.Score >= (whole && one.Covered <= Whole ? CutWhenPartial : cut) * best)];
    }

    /// <summary>
    /// How much of a question an answer must satisfy: half of a short one; in a long story many words say nothing about
    /// goods.
    /// </summary>
    private static double LeastCovered(SearchPlan plan) => plan.Terms.Count switch { 0 => 0, <= 2 => 0.5, 3 => 0.4, 4 => 0.3, _ => 0.25 };

    private async Task<IReadOnlyList<long>> CandidatesAsync(ProductQuery query, SearchPlan plan, string letter,
        CancellationToken cancellationToken)
    {
        var filter = new SearchFilter(query.Category, query.AtLeast?.Amount, query.AtMost?.Amount,
            query.Wanted.Any(one => one.Kind == PropertyKind.OnSale), Most);
        var properties = Properties(query, source.Vocabulary(letter));
        if (query.Terms.Count == 0 && (properties.Count == 0 || query.Category is not null))
            return query.IsEmpty ? [] : await source.ListAsync(filter, query.Sort, cancellationToken);
        var known = plan.Terms.Where(term => term.Alternatives.Count > 0).OrderByDescending(term => term.Weight)
            .Select(term => term.Alternatives).ToList();
        if (known.Count == 0)
            return query.Terms.Count > 0 ? [] : await source.MatchAsync(properties, letter, inTitle: false, filter, cancellationToken);
        // The best answer must be seen even if it may not be shown, so bounds come later; but not when there is more than can be ranked.
        var open = filter with { AtLeast = null, AtMost = null, OnSale = false };
        var found = await GatherAsync(known, letter, open, cancellationToken);
        if (found.Count >= Most && (open != filter || properties.Count > 0))
            found = [.. (await GatherAsync([.. known, .. properties], letter, filter, cancellationToken)).Concat(found.Take(Enough))
                .Distinct()];
        return [.. found];
    }

    /// <summary>Words in which the catalogue may say a colour or a material, one list for each kind.</summary>
    private static List<IReadOnlyList<Alternative>> Properties(ProductQuery query, Vocabulary vocabulary)
    {
        var words = Lexicon.Of(query.Language);
        var properties = new List<IReadOnlyList<Alternative>>();
        foreach (var (kind, lists) in new[] { (PropertyKind.Colour, new[] { words.Colours, words.Shades }),
            (PropertyKind.Material, [words.Materials, words.MaterialKinds]) })
        {
            var ways = query.Wanted.Where(one => one.Kind == kind).SelectMany(one => lists.SelectMany(list => list.Of(one.Value)))
                .Where(stems => stems.All(vocabulary.Knows)).Select(stems => new Alternative(stems, 1)).ToList();
            if (ways.Count > 0)
                properties.Add(ways);
        }

        return properties;
    }

    // All words in the title, all words anywhere, then fewer and fewer of the commonest, until there is enough to rank.
    private async Task<HashSet<long>> GatherAsync(List<IReadOnlyList<Alternative>> known, string letter, SearchFilter filter,
        CancellationToken cancellationToken)
    {
        var found = new HashSet<long>();
        for (var count = known.Count; count > 0 && found.Count < Enough; count--)
            await AddAsync([.. known.Take(count)]);
        for (var at = 1; at < known.Count && found.Count < Enough; at++)
            await AddAsync([known[at]]);
        return found;

        async Task AddAsync(IReadOnlyList<IReadOnlyList<Alternative>> all)
        {
            var anywhere = await source.MatchAsync(all, letter, inTitle: false, filter, cancellationToken);
            // Only where there are too many does it matter that those with the words in the title are among them.
            if (anywhere.Count >= filter.Take)
                found.UnionWith(await source.MatchAsync(all, letter, inTitle: true, filter, cancellationToken));
            if (found.Count < filter.Take)
                found.UnionWith(anywhere);
        }
    }

    /// <summary>What can be bought comes first, before what is sold out and answers as well.</summary>
    private static List<MatchingProduct> Ordered(List<MatchingProduct> found, ProductSort sort)
    {
        var best = found.Select(one => one.Scored.Score).DefaultIfEmpty(0).Max();
        var first = found.OrderByDescending(one => one.Scored.Score >= AsWell * best).ThenByDescending(one => one.IsAvailable);
        return
        [
            .. (sort switch
            {
                ProductSort.Cheapest => first.ThenBy(one => one.Cheapest),
                ProductSort.Dearest => first.ThenByDescending(one => one.Dearest),
                _ => first.ThenByDescending(one => one.Scored.Score),
            }).ThenBy(one => one.Scored.Place).Take(Most),
        ];
    }

    private static IReadOnlyList<string>? Skus(MatchingProduct one, ProductFilter fitting) => fitting.IsNarrow
        ? [.. one.Variants.Select(variant => variant.Sku)] : null;
}
