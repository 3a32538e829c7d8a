namespace CommerceBot.Catalog.Search;

/// <summary>
/// Whether the merchant says that a variant is free from something, vegan, fit for the dishwasher. Only what is said counts: what
/// is not mentioned is unknown, and what is contradicted anywhere is not so.
/// </summary>
internal static class ProductClaims
{
    private const int FarBack = 6;

    /// <summary>
    /// The allergens that a food's label must name (Regulation (EU) 1169/2011, annex II): where it says that there are
    /// none, there are none of these.
    /// </summary>
    private static readonly HashSet<string> Allergens =
        ["gluten", "milk", "lactose", "nuts", "almonds", "hazelnuts", "peanuts", "eggs", "soy", "sesame", "fish", "mustard", "celery",
            "sulphites"];

    public static PropertyAnswer Holds(Candidate product, CandidateVariant variant, QueryProperty property)
    {
        var answer = PropertyAnswer.Unknown;
        foreach (var words in Lexicon.Languages.Select(Lexicon.Of))
        {
            foreach (var fact in variant.Facts)
                answer = Both(answer, OfFact(words, fact, property));
            foreach (var choice in variant.Choices.Values)
                answer = Both(answer, OfText(words, QueryTokens.Of(choice, default), property, isMention: false));
            foreach (var label in variant.Labels)
                answer = Both(answer, OfText(words, QueryTokens.Of(label, default), property, isMention: false));
        }

        // A honey "that loves cheese" holds none: texts are asked only where no fact speaks.
        foreach (var words in answer == PropertyAnswer.Unknown ? Lexicon.Languages.Select(Lexicon.Of) : [])
        {
            answer = Both(answer, OfText(words, product.TitleTokens, property, isMention: true));
            answer = Both(answer, OfText(words, product.DescriptionTokens, property, isMention: true));
        }

        return answer;
    }

    private static PropertyAnswer Both(PropertyAnswer one, PropertyAnswer other) =>
        one == PropertyAnswer.No || other == PropertyAnswer.No ? PropertyAnswer.No
        : one == PropertyAnswer.Yes ? one
        : other;

    public static PropertyAnswer OfFact(Lexicon words, ProductFact fact, QueryProperty property)
    {
        var name = QueryTokens.Of(fact.Name, default);
        var value = QueryTokens.Of(fact.Value, default);
        if (name.Count == 0)
            return OfText(words, value, property, isMention: true);
        var kinds = words.FactNames.In(name).ToHashSet();
        var isNo = words.No.At(value, 0).Length > 0;
        if (property.Kind == PropertyKind.FreeFrom)
        {
            if (kinds.Contains("free from"))
                return Mentions(words.Substances, value, property) ? PropertyAnswer.Yes : PropertyAnswer.Unknown;
            if (kinds.Contains("contains"))
                return kinds.Contains("allergens") && isNo && value.Count == 1 && Allergens.Contains(property.Value) ? PropertyAnswer.Yes
                    : OfText(words, value, property, isMention: true);
            if (Mentions(words.Substances, name, property) && OfText(words, name, property, isMention: false) == PropertyAnswer.Unknown)
                return isNo ? PropertyAnswer.Yes : words.Yes.At(value, 0).Length > 0 ? PropertyAnswer.No : PropertyAnswer.Unknown;
            return OfText(words, name, property, isMention: false) == PropertyAnswer.Yes ? isNo ? PropertyAnswer.No : PropertyAnswer.Yes
                : OfText(words, value, property, isMention: false);
        }

        if (kinds.Contains("not suitable"))
            return Mentions(words.Claims, value, property) ? PropertyAnswer.No : PropertyAnswer.Unknown;
        if (kinds.Contains("suitable"))
            return Mentions(words.Claims, value, property) ? PropertyAnswer.Yes : PropertyAnswer.Unknown;
        if (Mentions(words.Claims, name, property) || words.TopicNames.In(name).Contains(property.Value))
            return words.Yes.At(value, 0).Length > 0 ? PropertyAnswer.Yes
                : isNo ? PropertyAnswer.No
                : Spoken(words, words.Topics, value, property);
        return OfText(words, value, property, isMention: false);
    }

    /// <param name="isMention">A substance that is merely mentioned is inside.</param>
    public static PropertyAnswer OfText(Lexicon words, IReadOnlyList<QueryToken> tokens, QueryProperty property, bool isMention) =>
        property.Kind == PropertyKind.FreeFrom
        ? FreeFrom(words, tokens, property, isMention)
        : Spoken(words, words.Claims, tokens, property);

    private static PropertyAnswer FreeFrom(Lexicon words, IReadOnlyList<QueryToken> tokens, QueryProperty property, bool isMention)
    {
        var answer = PropertyAnswer.Unknown;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (words.MadeFree.AllAt(tokens, at).Any(made => made.Key == property.Value) && !IsAfter(words, words.Not, tokens, at))
                answer = Both(answer, PropertyAnswer.Yes);
            var length = Length(words.Substances, tokens, at, property);
            var kind = Math.Max(length, Length(words.Kinds, tokens, at, property));
            if (kind == 0)
                continue;
            var next = at + length + (at + length < tokens.Count && tokens[at + length].Stem == "-" ? 1 : 0);
            var isFree = length > 0 && next < tokens.Count && tokens[next].Word == "free";
            if (isFree)
                answer = Both(answer, IsAfter(words, words.Not, tokens, at) ? PropertyAnswer.No : PropertyAnswer.Yes);
            else if (length > 0 && IsAfter(words, words.FreeFrom, tokens, at))
                answer = Both(answer, PropertyAnswer.Yes);
            else if (isMention)
                answer = Both(answer, PropertyAnswer.No);
        }

        return answer;
    }

    private static PropertyAnswer Spoken(Lexicon words, Phrases phrases, IReadOnlyList<QueryToken> tokens, QueryProperty property)
    {
        var answer = PropertyAnswer.Unknown;
        for (var at = 0; at < tokens.Count; at++)
            if (Length(phrases, tokens, at, property) > 0)
                answer = Both(answer, IsAfter(words, words.Not, tokens, at) ? PropertyAnswer.No : PropertyAnswer.Yes);
        return answer;
    }

    private static bool Mentions(Phrases phrases, IReadOnlyList<QueryToken> tokens, QueryProperty property) =>
        Enumerable.Range(0, tokens.Count).Any(at => Length(phrases, tokens, at, property) > 0);

    /// <summary>How many tokens name the property here; what no list knows is compared as it was said.</summary>
    private static int Length(Phrases phrases, IReadOnlyList<QueryToken> tokens, int at, QueryProperty property)
    {
        foreach (var (key, length) in phrases.AllAt(tokens, at))
            if (key == property.Value)
                return length;
        return tokens[at].Word == property.Value || tokens[at].Stem == Endings.Drop(property.Value) ? 1 : 0;
    }

    // "free from gluten, milk and nuts": between the mark and the thing stand only small words and other things of its kind.
    private static bool IsAfter(Lexicon words, Phrases marks, IReadOnlyList<QueryToken> tokens, int at)
    {
        for (var from = Math.Max(0, at - FarBack); from < at; from++)
        {
            var length = marks.At(tokens, from).Length;
            if (length > 0 && from + length <= at
                && tokens.Skip(from + length).Take(at - from - length)
                    .All(token => words.IsStop(token) || token.Stem == "-" || words.Substances.In([token]).Any()))
                return true;
        }

        return false;
    }
}
