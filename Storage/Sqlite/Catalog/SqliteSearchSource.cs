using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>The catalogue as a search asks for it: FTS5 for words, columns for the rest.</summary>
internal sealed class SqliteSearchSource : ISearchSource
{
    private const string MainLetter = "a";

    private readonly SqliteConnection _connection;
    private readonly SearchVocabularies.Known _known;
    private readonly DateTimeOffset _now;
    private readonly Func<string?, Uri?> _picture;
    private decimal? _unit;

    public SqliteSearchSource(SqliteConnection connection, SearchVocabularies vocabularies, DateTimeOffset now, Func<string?, Uri?> picture)
    {
        (_connection, _now, _picture) = (connection, now, picture);
        _known = vocabularies.Read(connection);
    }

    public IReadOnlyList<Language> Languages => [.. _known.Letters.Keys];

    public string Letter(Language language) => _known.Letters.GetValueOrDefault(language, MainLetter);

    public Vocabulary Vocabulary(string letter) => _known.Vocabularies.GetValueOrDefault(letter)
        ?? CommerceBot.Catalog.Search.Vocabulary.Empty;

    public async Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken) =>
    [
        .. (await QueryAsync<(string Id, string Title)>(SearchSql.Categories, new { language = language.Code }, cancellationToken))
            .Select(row => new Category(new CategoryId(row.Id), row.Title, 0, null)),
    ];

    public Task<IReadOnlyList<long>> MatchAsync(
        IReadOnlyList<IReadOnlyList<Alternative>> all, string letter, bool inTitle, SearchFilter filter,
            CancellationToken cancellationToken) =>
        QueryAsync<long>(SearchSql.Match(filter), SearchSql.Values(Minor(filter), _now, SearchSql.Question(all, letter, inTitle)),
            cancellationToken);

    public Task<IReadOnlyList<long>> ListAsync(SearchFilter filter, ProductSort sort, CancellationToken cancellationToken) =>
        QueryAsync<long>(SearchSql.List(filter, sort), SearchSql.Values(Minor(filter), _now), cancellationToken);

    public async Task<IReadOnlyList<Candidate>> LoadAsync(IReadOnlyList<long> numbers, Language language,
        CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
            return [];
        var asked = new { numbers, language = language.Code };
        var products = await QueryAsync<CandidateRow>(SearchSql.Candidates, asked, cancellationToken);
        var variants = (await QueryAsync<VariantRow>(CatalogSql.Variants, asked, cancellationToken)).ToLookup(row => row.Product);
        return [.. products.Select(row => Candidate(row, [.. variants[row.Number].Select(variant => variant.ToCandidate(_now))]))];
    }

    /// <summary>Highlights are sentences of the description, as they are in the index.</summary>
    private static Candidate Candidate(CandidateRow row, IReadOnlyList<CandidateVariant> variants)
    {
        var highlights = variants.SelectMany(variant => variant.Facts).Where(fact => fact.Name.Length == 0).Select(fact => fact.Value)
            .Distinct();
        var description = string.Join(". ", highlights.Prepend(row.Description));
        return new Candidate(row.Number, row.Title, description, row.CategoryTitle, new CategoryId(row.Category), row.Brand, variants);
    }

    public async Task<IReadOnlyList<Product>> ProductsAsync(
        IReadOnlyList<(long Number, IReadOnlyList<string>? Skus)> chosen, Language language, CancellationToken cancellationToken)
    {
        if (chosen.Count == 0)
            return [];
        var asked = new { numbers = chosen.Select(one => one.Number), language = language.Code };
        var products = (await QueryAsync<ProductRow>(CatalogSql.Products, asked, cancellationToken)).ToDictionary(row => row.Number);
        var rows = await QueryAsync<VariantRow>(CatalogSql.Variants, asked, cancellationToken);
        var variants = (await PriorPrices.AddAsync(_connection, rows, _now, cancellationToken)).ToLookup(row => row.Product);
        return [.. chosen.Select(one => products[one.Number].ToProduct(variants[one.Number], _picture, one.Skus))];
    }

    /// <summary>Bounds in minor units of the catalogue's currency: it has one.</summary>
    private SearchFilter Minor(SearchFilter filter)
    {
        if (filter.AtLeast is null && filter.AtMost is null)
            return filter;
        _unit ??= Unit(_connection.QueryFirstOrDefault<string>("SELECT currency FROM variant WHERE active = 1 LIMIT 1"));
        return filter with { AtLeast = filter.AtLeast * _unit, AtMost = filter.AtMost * _unit };
    }

    private static decimal Unit(string? currency) => currency is null ? 1 : 1 / new Money(1, new Currency(currency)).InMainUnit();

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object values, CancellationToken cancellationToken) =>
        [.. await _connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
}

internal sealed record CandidateRow : ProductTexts
{
    public required string CategoryTitle { get; init; }
}
