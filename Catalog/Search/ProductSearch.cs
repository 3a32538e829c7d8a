namespace CommerceBot.Catalog.Search;

/// <summary>What a search found, and what must be said about it.</summary>
/// <param name="Products">
/// The variants that fit alone: a card shows the price and colour that were asked for. <c>Total</c> counts
/// <see cref="MostFound"/> at most.
/// </param>
/// <param name="Match">Whether these are what was asked for.</param>
/// <param name="CannotTell">
/// Exclusions and claims of which the data of products that fit otherwise say neither yes nor no. Those products are not
/// among <paramref name="Products"/>: a person can tell.
/// </param>
/// <param name="Corrections">Words that were taken for others, as said and as meant.</param>
public sealed record ProductSearch(
    ResultPage<Product> Products, ProductMatch Match, IReadOnlyList<QueryProperty> CannotTell,
        IReadOnlyList<(string Said, string Meant)> Corrections)
{
    /// <summary>Nobody turns more pages.</summary>
    public const int MostFound = 100;
}

/// <summary>How well the products fit what was asked.</summary>
public abstract record ProductMatch
{
    private ProductMatch()
    {
    }

    /// <summary>All that was asked holds for each of them.</summary>
    public sealed record Exact : ProductMatch;

    /// <summary>None has these properties; the products are what there is without. Say so before showing them.</summary>
    public sealed record WithoutProperty(IReadOnlyList<QueryProperty> Which) : ProductMatch;

    /// <summary>There is nothing to show.</summary>
    public sealed record Nothing : ProductMatch;
}
