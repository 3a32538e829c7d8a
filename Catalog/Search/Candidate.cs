namespace CommerceBot.Catalog.Search;

/// <summary>A product that may be what is asked for, as the store read it in the language of the search.</summary>
internal sealed record Candidate(
    long Number, string Title, string Description, string Category, CategoryId CategoryId, string Brand,
        IReadOnlyList<CandidateVariant> Variants)
{
    public IReadOnlyList<string> TitleWords => field ??= SearchText.Of(Title);

    public IReadOnlyList<string> TitleStems => field ??= [.. TitleWords.Select(Endings.Drop)];

    public HashSet<string> CategoryStems => field ??= [.. SearchText.Stems(Category)];

    public HashSet<string> BrandStems => field ??= [.. SearchText.Stems(Brand)];

    public HashSet<string> ChoiceStems => field ??= [.. Variants.SelectMany(variant => variant.Choices.Values).Distinct()
        .SelectMany(SearchText.Stems)];

    public HashSet<string> DescriptionStems => field ??= [.. SearchText.Stems(Description)];

    public IReadOnlyList<QueryToken> TitleTokens => field ??= QueryTokens.Of(Title, default);

    public IReadOnlyList<QueryToken> DescriptionTokens => field ??= QueryTokens.Of(Description, default);

    public bool IsAvailable => Variants.Any(variant => variant.Available > 0);
}

/// <param name="Choices">By axis, in the language of the search.</param>
/// <param name="MainChoices">The same in the feed's main language.</param>
/// <param name="Facts">What the merchant says, in either language: nothing of it may be contradicted.</param>
internal sealed record CandidateVariant(
    string Sku, IReadOnlyDictionary<string, string> Choices, IReadOnlyDictionary<string, string> MainChoices,
    IReadOnlyList<ProductFact> Facts, IReadOnlyList<string> Labels, decimal Price, bool IsOnSale, int Available)
{
    public IEnumerable<string> Values(string axis)
    {
        if (Choices.TryGetValue(axis, out var value))
            yield return value;
        if (MainChoices.TryGetValue(axis, out var main) && main != value)
            yield return main;
    }
}

/// <summary>What the merchant's data say about a property.</summary>
internal enum PropertyAnswer { Unknown, Yes, No }
