namespace CommerceBot.Catalog.Search;

/// <summary>Questions about one product, answered with the merchant's own words or not at all.</summary>
public static class ProductFacts
{
    private const int MostFacts = 4;

    /// <summary>
    /// What the merchant says about what is asked: material, measures, care, ingredients, what it contains. No facts mean that the
    /// data do not tell, and a person should be asked.
    /// </summary>
    /// <param name="product">With its facts, in the language of the conversation.</param>
    /// <param name="question">As it was written; it may name several things.</param>
    /// <param name="language">Of the question and of the product's texts.</param>
    public static FactAnswer Answer(Product product, string question, Language language)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(question);
        var words = Lexicon.Of(language);
        var asked = QueryTokens.Of(question, language);
        var all = Facts(product);
        if (Inside(words, asked) is { } inside)
            return OfInside(product, words, all, inside, IsFree(words, question, language));
        var facts = new List<ProductFact>();
        // "va in lavastoviglie" is a claim when one searches, and a topic when one asks.
        var topics = words.Topics.In(asked).Concat(words.Claims.In(asked).Where(claim => words.TopicNames.Of(claim).Count > 0)).Distinct()
            .ToList();
        foreach (var topic in topics)
            facts.AddRange(OfTopic(words, all, topic).Except(facts).ToList());
        if (facts.Count == 0)
            facts.AddRange(Named(words, all, asked));
        if (facts.Count == 0 && Sentence(words, product, topics) is { } sentence)
            facts.Add(new ProductFact("", sentence));
        return new FactAnswer([.. facts.Take(MostFacts)], topics.Count == 1 ? YesOrNo(words, facts, topics[0]) : null);
    }

    /// <summary>The facts of all variants, those that differ with the choice that they hold for.</summary>
    private static List<ProductFact> Facts(Product product)
    {
        var facts = new List<ProductFact>(product.Facts);
        foreach (var variant in product.Variants)
            foreach (var fact in variant.Facts)
                facts.Add(variant.Options.Count == 0 ? fact
                    : fact with { Value = $"{string.Join(", ", variant.Options.Values)}: {fact.Value}" });
        foreach (var axis in product.Variants.SelectMany(variant => variant.Options.Keys).Distinct())
            facts.Add(new ProductFact(axis, string.Join(", ", product.Variants.Where(variant => variant.Options.ContainsKey(axis))
                .Select(variant => variant.Options[axis]).Distinct())));
        return facts;
    }

    // "does it contain nuts", "contiene glutine", "is it vegan": what is inside, or who may have it
    private static QueryProperty? Inside(Lexicon words, IReadOnlyList<QueryToken> asked)
    {
        for (var at = 0; at < asked.Count; at++)
        {
            var (substance, length) = words.Substances.At(asked, at);
            if (length == 0)
                (substance, length) = words.Intolerant.At(asked, at);
            if (length > 0)
                return new QueryProperty(PropertyKind.FreeFrom, substance, asked[at].Word);
        }

        for (var at = 0; at < asked.Count; at++)
            if (words.Claims.At(asked, at) is { Length: > 0 } claim && words.TopicNames.Of(claim.Key).Count == 0)
                return new QueryProperty(PropertyKind.Claim, claim.Key, asked[at].Word);
        return null;
    }

    /// <summary>Whether it is asked as "is it gluten free?", where a yes means the opposite of "does it contain gluten?".</summary>
    private static bool IsFree(Lexicon words, string question, Language language)
    {
        var reading = new ExclusionReading(QueryTokens.Of(question, language), words);
        reading.Take();
        return reading.Required.Exists(one => one.Kind == PropertyKind.FreeFrom);
    }

    private static FactAnswer OfInside(Product product, Lexicon words, List<ProductFact> all, QueryProperty inside, bool isFree)
    {
        var named = all.Where(fact => fact.Name.Length > 0 && words.Substances.In(QueryTokens.Of(fact.Name, default))
            .Contains(inside.Value)).ToList();
        if (named.Count > 0)
            return new FactAnswer(named, null);
        var facts = all.Where(fact => words.FactNames.In(QueryTokens.Of(fact.Name, default)).Any()
            && ProductClaims.OfFact(words, Plain(fact), inside) != PropertyAnswer.Unknown).ToList();
        var description = QueryTokens.Of(product.Description, default);
        if (facts.Count == 0 && ProductClaims.OfText(words, description, inside, isMention: true) != PropertyAnswer.Unknown)
            facts.Add(new ProductFact("", product.Description));
        var told = facts.Select(fact => fact.Name.Length == 0
            ? ProductClaims.OfText(words, description, inside, isMention: true)
            : ProductClaims.OfFact(words, Plain(fact), inside)).Distinct().ToList();
        // The property is "free from": a no means that it is inside.
        bool? yes = told is [var only] ? (only == PropertyAnswer.Yes) == (isFree || inside.Kind != PropertyKind.FreeFrom) : null;
        return new FactAnswer([.. facts.Take(MostFacts)], yes);
    }

    // "Dark 70%: none" is "none" for who reads it as a fact.
    private static ProductFact Plain(ProductFact fact) =>
        fact.Value.IndexOf(": ", StringComparison.Ordinal) is > 0 and var at ? fact with { Value = fact.Value[(at + 2)..] } : fact;

    private static IEnumerable<ProductFact> OfTopic(Lexicon words, List<ProductFact> all, string topic)
    {
        var names = words.TopicNames.Of(topic);
        foreach (var name in names)
        {
            var found = all.Where(fact => fact.Name.Length > 0 && QueryTokens.Of(fact.Name, default).Select(token => token.Stem)
                .SequenceEqual(name)).ToList();
            if (found.Count == 0)
                continue;
            foreach (var fact in found)
                yield return fact;
            if (topic is not ("measures" or "ingredients"))
                yield break;
        }

        foreach (var fact in all)
            if (fact.Name.Length == 0 && words.Topics.In(QueryTokens.Of(fact.Value, default)).Contains(topic))
                yield return fact;
    }

    /// <summary>Facts whose name the question says: a merchant may name them as no list does.</summary>
    private static IEnumerable<ProductFact> Named(Lexicon words, List<ProductFact> all, IReadOnlyList<QueryToken> asked)
    {
        var stems = asked.Where(token => !words.IsStop(token)).Select(token => token.Stem).ToHashSet();
        return all.Where(fact => fact.Name.Length > 0 && QueryTokens.Of(fact.Name, default).Where(token => !words.IsStop(token))
            .ToList() is { Count: > 0 } name
            && name.TrueForAll(token => stems.Contains(token.Stem)));
    }

    /// <summary>The sentence of the description that speaks of a topic.</summary>
    private static string? Sentence(Lexicon words, Product product, List<string> topics) => topics.Count == 0 ? null : product.Description
        .Split(['.', ';', '!', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .FirstOrDefault(sentence => words.Topics.In(QueryTokens.Of(sentence, default)).Any(topics.Contains));

    private static bool? YesOrNo(Lexicon words, List<ProductFact> facts, string topic)
    {
        var told = facts.Select(fact => QueryTokens.Of(Plain(fact).Value, default)).Where(value => value.Count > 0)
            .Select(value => words.Yes.At(value, 0).Length > 0 ? true : words.No.At(value, 0).Length > 0 ? false : (bool?)null).Distinct()
                .ToList();
        return topic is "dishwasher" or "microwave" or "oven" or "watertight" or "noise" && told is [{ } only] ? only : null;
    }
}

/// <param name="Facts">In the merchant's words; none when the data do not tell.</param>
/// <param name="Yes">For a question of yes or no, what the facts say; null when that is for the shopper to read.</param>
public sealed record FactAnswer(IReadOnlyList<ProductFact> Facts, bool? Yes)
{
    /// <summary>Whether the merchant's data say nothing about it: a person can tell.</summary>
    public bool CannotTell => Facts.Count == 0;
}
