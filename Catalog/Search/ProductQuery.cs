namespace CommerceBot.Catalog.Search;

/// <summary>
/// What a shopper looks for, taken out of a sentence by <see cref="ProductQueryParser"/>. Bounds, exclusions and required
/// claims are never given up; the wanted properties are, and the answer says so.
/// </summary>
public sealed record ProductQuery
{
    /// <summary>The sentence itself.</summary>
    public string Text { get; init; } = "";

    /// <summary>Whose words it was read with.</summary>
    public Language Language { get; init; }

    /// <summary>The words that are left to be searched for.</summary>
    public IReadOnlyList<QueryTerm> Terms { get; init; } = [];

    /// <summary>One category alone.</summary>
    public CategoryId? Category { get; init; }

    /// <summary>What it may cost at least and at most now, in the shop's currency; null for no bound.</summary>
    public PriceBound? AtLeast { get; init; }

    /// <summary>See <see cref="AtLeast"/>.</summary>
    public PriceBound? AtMost { get; init; }

    /// <summary>Colour, size, material, on sale, new, bestseller: of several of one kind any will do.</summary>
    public IReadOnlyList<QueryProperty> Wanted { get; init; } = [];

    /// <summary>What it must not be: a colour, a material, a thing.</summary>
    public IReadOnlyList<QueryProperty> Excluded { get; init; } = [];

    /// <summary>What the merchant's data must say: free from a substance, vegan.</summary>
    public IReadOnlyList<QueryProperty> Required { get; init; } = [];

    /// <summary>Which of the products that fit come first.</summary>
    public ProductSort Sort { get; init; }

    /// <summary>It is to be given to somebody.</summary>
    public bool IsGift { get; init; }

    /// <summary>Whether anything was understood at all.</summary>
    public bool IsEmpty => Terms.Count == 0 && Category is null && AtLeast is null && AtMost is null
        && Wanted.Count == 0 && Excluded.Count == 0 && Required.Count == 0 && Sort == ProductSort.Relevance && !IsGift;
}

/// <summary>The best fit first, or the lowest or the highest price of now.</summary>
public enum ProductSort { Relevance, Cheapest, Dearest }

/// <param name="Amount">In units of the currency.</param>
/// <param name="IsInclusive">False for <c>under 20</c>, which 20 is not.</param>
public readonly record struct PriceBound(decimal Amount, bool IsInclusive);

/// <summary>A word, or several that mean one thing, as they were said.</summary>
/// <param name="IsHead">The thing itself: <c>grinder</c> in <c>coffee grinder</c>, <c>tazza</c> in <c>tazza da caffè</c>.</param>
public sealed record QueryTerm(IReadOnlyList<string> Words, bool IsHead);

/// <summary>
/// What a property is about: how the variant looks, what it is made of, how it is offered, the thing itself, or what it is free from
/// or claims to be.
/// </summary>
public enum PropertyKind { Colour, Size, Material, OnSale, New, Bestseller, Thing, FreeFrom, Claim, Word }

/// <param name="Kind"><c>Word</c> is a word of a short question that nothing in the shop has.</param>
/// <param name="Value">One word for all languages (<c>red</c>, <c>gluten</c>), or as it was said when no list knows it.</param>
/// <param name="Said">The shopper's words, to answer with.</param>
public sealed record QueryProperty(PropertyKind Kind, string Value, string Said);
