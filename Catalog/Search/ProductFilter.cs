namespace CommerceBot.Catalog.Search;

/// <summary>
/// Which variants of the candidates fit: bounds, exclusions and claims always, wanted properties as far as any product has
/// them.
/// </summary>
internal sealed class ProductFilter(ProductQuery query)
{
    /// <summary>
    /// A product with the wanted property must be this near to the best without it: a red umbrella is no answer to a red
    /// mug.
    /// </summary>
    private const double Near = 0.6;

    /// <summary>What is given up first when nothing has all of it.</summary>
    private static readonly PropertyKind[] GivenUp =
        [PropertyKind.Size, PropertyKind.New, PropertyKind.Bestseller, PropertyKind.Material, PropertyKind.Colour, PropertyKind.OnSale];

    /// <summary>Exclusions and claims that kept a product out because nobody can tell.</summary>
    public HashSet<QueryProperty> CannotTell { get; } = [];

    /// <summary>Whether the variants that fit may be fewer than the product's.</summary>
    public bool IsNarrow => query.AtLeast is not null || query.AtMost is not null || query.Wanted.Count + query.Excluded.Count
        + query.Required.Count > 0;

    /// <summary>The variants that break no bound, no exclusion and no claim.</summary>
    public MatchingProduct Hard(Scored scored)
    {
        var variants = scored.Product.Variants.Where(IsWithin).ToList();
        variants = [.. variants.Where(variant => IsTold(scored.Product, variant))];
        return new MatchingProduct(scored, variants);
    }

    /// <summary>Those that have what was wanted too, and what had to be given up.</summary>
    public (List<MatchingProduct> Found, List<QueryProperty> GivenUp) Soft(List<MatchingProduct> fitting, bool mayGiveUp)
    {
        var wanted = query.Wanted.GroupBy(property => property.Kind).ToDictionary(group => group.Key, group => group.ToList());
        var missing = new List<QueryProperty>();
        var best = fitting.Select(one => one.Scored.Score).DefaultIfEmpty(0).Max();
        foreach (var kind in GivenUp.Prepend((PropertyKind)(-1)))
        {
            if (wanted.Remove(kind, out var without))
                missing.AddRange(without);
            else if (kind >= 0)
                continue;
            var found = fitting.Select(one => Narrowed(one, wanted.Values)).Where(one => one.Variants.Count > 0).ToList();
            if (found.Count > 0 && (wanted.Count == 0 || found.Max(one => one.Scored.Score) >= Near * best))
                return (found, missing);
            if (!mayGiveUp)
                break;
        }

        return ([], missing);
    }

    private static MatchingProduct Narrowed(MatchingProduct one, IEnumerable<List<QueryProperty>> wanted) => one with
    {
        Variants = [.. one.Variants.Where(variant => wanted.All(any =>
            any.Exists(property => PropertyCheck.Has(one.Scored.Product, variant, property))))],
    };

    private bool IsWithin(CandidateVariant variant) =>
        (query.AtLeast is not { } least || (least.IsInclusive ? variant.Price >= least.Amount : variant.Price > least.Amount))
        && (query.AtMost is not { } most || (most.IsInclusive ? variant.Price <= most.Amount : variant.Price < most.Amount));

    private bool IsTold(Candidate product, CandidateVariant variant)
    {
        var unknown = new List<QueryProperty>();
        foreach (var property in query.Excluded)
            if (PropertyCheck.Is(product, variant, property) is var told && told != PropertyAnswer.No)
            {
                if (told == PropertyAnswer.Yes)
                    return false;
                unknown.Add(property);
            }

        foreach (var property in query.Required)
            if (ProductClaims.Holds(product, variant, property) is var told && told != PropertyAnswer.Yes)
            {
                if (told == PropertyAnswer.No)
                    return false;
                unknown.Add(property);
            }

        CannotTell.UnionWith(unknown);
        return unknown.Count == 0;
    }
}

internal sealed record Scored(Candidate Product, double Score, double Covered, int Place);

/// <param name="Variants">Those that fit, in the feed's order.</param>
internal sealed record MatchingProduct(Scored Scored, IReadOnlyList<CandidateVariant> Variants)
{
    public bool IsAvailable => Variants.Any(variant => variant.Available > 0);

    public decimal Cheapest => Variants.Where(variant => variant.Available > 0 || !IsAvailable).Min(variant => variant.Price);

    public decimal Dearest => Variants.Where(variant => variant.Available > 0 || !IsAvailable).Max(variant => variant.Price);
}
