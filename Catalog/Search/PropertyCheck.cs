namespace CommerceBot.Catalog.Search;

/// <summary>
/// Whether a variant is red, of wood, large, on sale: by the merchant's columns, or by the title where there is no column.
/// </summary>
internal static class PropertyCheck
{
    /// <summary>Whether the data say that a variant has a wanted property.</summary>
    public static bool Has(Candidate product, CandidateVariant variant, QueryProperty property) => property.Kind switch
    {
        PropertyKind.Colour => Colour(product, variant, property.Value) == PropertyAnswer.Yes && !IsDoubtful(variant, property.Value),
        PropertyKind.Material => Material(product, variant, property.Value) == PropertyAnswer.Yes,
        PropertyKind.Size => Size(product, variant, property.Value),
        PropertyKind.OnSale => variant.IsOnSale,
        PropertyKind.New => Labelled(variant, lexicon => lexicon.New, "new"),
        PropertyKind.Bestseller => Labelled(variant, lexicon => lexicon.Bestseller, "bestseller"),
        _ => false,
    };

    /// <summary>Whether a variant is what was excluded; of a shade between two colours both are meant.</summary>
    public static PropertyAnswer Is(Candidate product, CandidateVariant variant, QueryProperty property) => property.Kind switch
    {
        PropertyKind.Colour => Colour(product, variant, property.Value),
        PropertyKind.Material => Material(product, variant, property.Value),
        _ => IsThing(product, property.Value) ? PropertyAnswer.Yes : PropertyAnswer.No,
    };

    private static PropertyAnswer Colour(Candidate product, CandidateVariant variant, string colour)
    {
        var isKnown = false;
        foreach (var value in variant.Values("color"))
        {
            isKnown = true;
            var tokens = QueryTokens.Of(value, default);
            if (Any(words => words.Colours.In(tokens).Contains(colour) || words.Shades.In(tokens).Contains(colour)))
                return PropertyAnswer.Yes;
        }

        if (isKnown)
            return PropertyAnswer.No;
        return Any(words => words.Colours.In(product.TitleTokens).Contains(colour)) ? PropertyAnswer.Yes : PropertyAnswer.Unknown;
    }

    private static bool Any(Func<Lexicon, bool> fits) => Lexicon.Languages.Any(language => fits(Lexicon.Of(language)));

    // Terracotta is near red, orange and brown: it is none of them for who wants red, and red enough for who does not.
    private static bool IsDoubtful(CandidateVariant variant, string colour)
    {
        var values = variant.Values("color").Select(value => QueryTokens.Of(value, default)).ToList();
        return values.Count > 0 && !values.Exists(tokens => Any(words =>
            words.Colours.In(tokens).Contains(colour) || words.Shades.In(tokens).Distinct().ToList() is [var only] && only == colour));
    }

    private static PropertyAnswer Material(Candidate product, CandidateVariant variant, string material)
    {
        var isKnown = false;
        foreach (var value in variant.Values("material"))
        {
            isKnown = true;
            if (IsMaterial(QueryTokens.Of(value, default), material))
                return PropertyAnswer.Yes;
        }

        return IsMaterial(product.TitleTokens, material) ? PropertyAnswer.Yes : isKnown ? PropertyAnswer.No : PropertyAnswer.Unknown;
    }

    private static bool IsMaterial(IReadOnlyList<QueryToken> tokens, string material) =>
        Any(words => words.Materials.In(tokens).Contains(material) || words.MaterialKinds.In(tokens)
            .Contains(material));

    private static bool Size(Candidate product, CandidateVariant variant, string size)
    {
        var values = variant.Values("size").Select(value => QueryTokens.Of(value, default)).ToList();
        if (values.Any(tokens => tokens.Any(token => token.Word == size || token.Stem == size)
            || Any(words => words.Sizes.In(tokens).Contains(size))))
            return true;
        return char.IsDigit(size[0]) && (Says(product.TitleTokens) || Says(product.DescriptionTokens)
            || variant.Facts.Any(fact => Says(QueryTokens.Of(fact.Value, default))));

        bool Says(IReadOnlyList<QueryToken> tokens) => tokens.Any(token => token.IsMeasure && token.Word == size);
    }

    private static bool Labelled(CandidateVariant variant, Func<Lexicon, Phrases> phrases, string label) => variant.Labels.Any(one =>
        one.Equals(label, StringComparison.OrdinalIgnoreCase)
        || QueryTokens.Of(one, default) is { Count: > 0 } tokens && Lexicon.Languages.Select(Lexicon.Of)
            .Any(words => phrases(words).At(tokens, 0).Length == tokens.Count));

    private static bool IsThing(Candidate product, string stem)
    {
        if (product.TitleStems.Contains(stem) || product.CategoryStems.Contains(stem))
            return true;
        return Any(words =>
            words.Synonyms.At([stem], 0) is { } entry && entry.Others.Any(other => other.Stems.All(product.TitleStems.Contains)));
    }
}
