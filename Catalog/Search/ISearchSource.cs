namespace CommerceBot.Catalog.Search;

/// <summary>What a store answers to a search. Every store finds alike, because words are cut and folded here and not there.</summary>
internal interface ISearchSource
{
    /// <summary>The languages in which the shop has texts beside its main one.</summary>
    IReadOnlyList<Language> Languages { get; }

    /// <summary>The letter before every stem of a language in the index; of one without texts, the main language's.</summary>
    string Letter(Language language);

    /// <summary>The stems behind a letter.</summary>
    Vocabulary Vocabulary(string letter);

    /// <summary>Categories with their titles in a language, those without products too.</summary>
    Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken);

    /// <summary>Products that hold all of the ways, by their numbers, in no order.</summary>
    /// <param name="inTitle">In the title alone.</param>
    Task<IReadOnlyList<long>> MatchAsync(IReadOnlyList<IReadOnlyList<Alternative>> all, string letter, bool inTitle, SearchFilter filter,
        CancellationToken cancellationToken);

    /// <summary>Products by the filter alone, in the catalogue's order or by price.</summary>
    Task<IReadOnlyList<long>> ListAsync(SearchFilter filter, ProductSort sort, CancellationToken cancellationToken);

    Task<IReadOnlyList<Candidate>> LoadAsync(IReadOnlyList<long> numbers, Language language, CancellationToken cancellationToken);

    /// <summary>
    /// The products of a page, in the language of the conversation, each with the variants named (all of them when none
    /// are).
    /// </summary>
    Task<IReadOnlyList<Product>> ProductsAsync(IReadOnlyList<(long Number, IReadOnlyList<string>? Skus)> chosen, Language language,
        CancellationToken cancellationToken);
}

/// <summary>What can be decided by columns. Bounds of the price now in units of the currency; they count as inclusive here.</summary>
/// <param name="Take">How many at most.</param>
internal sealed record SearchFilter(CategoryId? Category, decimal? AtLeast, decimal? AtMost, bool OnSale, int Take);
