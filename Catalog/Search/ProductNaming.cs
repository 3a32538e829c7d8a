namespace CommerceBot.Catalog.Search;

/// <summary>Whether words name a product, or only stand somewhere in what is written of it.</summary>
public static class ProductNaming
{
    /// <summary>Whether any word says what is meant: "add it" has nothing but small words.</summary>
    public static bool NamesGoods(this ProductQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var stop = Lexicon.Of(query.Language).Stop;
        return query.Terms.Any(term => term.Words.Any(word => !stop.Contains(word)));
    }

    /// <summary>A word of the query, or one that means the same (<c>mug</c> and <c>cup</c>), is in the product's title.</summary>
    public static bool IsNamedBy(this Product product, ProductQuery query)
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(query);
        var title = SearchText.Stems(product.Title).ToHashSet(StringComparer.Ordinal);
        var lexicon = Lexicon.Of(query.Language);
        var synonyms = lexicon.Synonyms;
        // "What is it made of?" has nothing but small words, and a pair of glasses is not meant by the "of" in its title.
        return query.Terms.SelectMany(term => term.Words).Where(word => !lexicon.Stop.Contains(word)).SelectMany(SearchText.Stems)
            .Any(stem => title.Contains(stem)
                || synonyms.At([stem], 0) is { } entry && entry.Others.Any(other => other.Stems.All(title.Contains)));
    }
}
