namespace CommerceBot.Catalog.Feed;

/// <summary>
/// Where an import writes. Rows are set aside first; nothing that a shopper can see changes before
/// <see cref="ReplaceAsync"/>, and that is one transaction. Disposing without it leaves all as it was.
/// </summary>
internal interface ICatalogImport : IAsyncDisposable
{
    /// <summary>Sets a row aside. Tells whether its id came before: of duplicates none is imported.</summary>
    ValueTask<ImportCopy> AddAsync(FeedItem item, CancellationToken cancellationToken);

    /// <summary>Sets a translated row aside; false when the catalogue sells no such id.</summary>
    ValueTask<bool> AddAsync(FeedText text, CancellationToken cancellationToken);

    /// <summary>What the rows set aside would do, or have done.</summary>
    ValueTask<ImportTotals> TotalsAsync(DateTimeOffset feedTime, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the rows set aside the catalogue: what is missing is archived, never deleted. Their stock holds as of
    /// <paramref name="feedTime"/>: what was sold since is still subtracted, and stock counted since stays.
    /// </summary>
    ValueTask ReplaceAsync(DateTimeOffset feedTime, CancellationToken cancellationToken);

    /// <summary>Makes the texts set aside those of their languages; prices and stock stay.</summary>
    ValueTask ReplaceTextsAsync(CancellationToken cancellationToken);
}

/// <param name="First">The line on which the id came first.</param>
/// <param name="Number">1 for the first row with the id, 2 for the second, and so on.</param>
internal readonly record struct ImportCopy(long First, long Number);

/// <param name="Rows">Set aside and fit to be imported: not hidden, not duplicate.</param>
/// <param name="CountedSince">Rows whose known stock is newer than the feed.</param>
/// <param name="Going">What would go off sale.</param>
/// <param name="Crowded">Products with more variants than the 300 that Meta advises.</param>
/// <param name="Alike">Variants that no choice tells from a sibling; they will be told apart by id.</param>
internal sealed record ImportTotals(
    long Rows, long Products, long Hidden, long CountedSince, ImportRemovals Going, IReadOnlyList<ImportMention> Crowded,
        IReadOnlyList<ImportMention> Alike)
{
    /// <summary>Variants whose sale price is no cut: the thirty days before had one as low.</summary>
    public IReadOnlyList<FalseSale> FalseSales { get; init; } = [];
}

/// <param name="Lowest">Of the thirty days before.</param>
internal sealed record FalseSale(long Line, string SalePrice, Money Lowest);

/// <summary>What a feed would take off sale, of what is on sale now. A language feed takes nothing.</summary>
/// <param name="Products">Products of which nothing would be left.</param>
/// <param name="OnSale">Products on sale now.</param>
/// <param name="Touched">Products that would lose a variant at least, <paramref name="Products"/> included.</param>
/// <param name="Variants">Variants that would go.</param>
/// <param name="VariantsOnSale">Variants on sale now.</param>
/// <param name="First">Titles of the first products touched, in the catalogue's order.</param>
internal sealed record ImportRemovals(long Products, long OnSale, long Touched, long Variants, long VariantsOnSale,
    IReadOnlyList<string> First)
{
    /// <summary>So many products may always go: a small shop changes half of what it sells.</summary>
    public const int FewProducts = 10;

    /// <summary>More than a tenth, of products or of variants: rather an export cut short than a change of goods.</summary>
    public bool IsTooMuch => Products > FewProducts && Products * 10 > OnSale || Touched > FewProducts && Variants * 10 > VariantsOnSale;
}

internal sealed record ImportMention(long Line, string Id);
