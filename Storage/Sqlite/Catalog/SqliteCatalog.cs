using CommerceBot.Catalog;
using CommerceBot.Catalog.Search;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>The catalogue as one snapshot shows it: give it a connection whose read transaction is the turn's.</summary>
/// <param name="sample">Where the sample shop's pictures are served.</param>
/// <param name="vocabularies">What is remembered of the search index, of the same database.</param>
/// <param name="now">Whose prices a search goes by.</param>
internal sealed class SqliteCatalog(SqliteConnection connection, SampleLinks sample, SearchVocabularies vocabularies,
    DateTimeOffset now) : ICatalog
{
    private const int LargestPage = 10;

    public async Task<IReadOnlyList<Category>> CategoriesAsync(Language language, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<CategoryRow>(CatalogSql.Categories, new { language = language.Code }, cancellationToken);
        return [.. rows.Select(row => new Category(new CategoryId(row.Id), row.Title, (int)row.Products, Picture(row.Image)))];
    }

    public Task<ResultPage<Product>> InCategoryAsync(
        CategoryId category, Language language, int page, int size, CancellationToken cancellationToken
    ) => PageAsync(CatalogSql.InCategory, new { category = category.Value }, language, page, size, cancellationToken);

    public Task<ProductSearch> SearchAsync(ProductQuery query, Language language, int page, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(page);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestPage);
        return new ProductSearcher(new SqliteSearchSource(connection, vocabularies, now, Picture))
            .RunAsync(query, language, page, size, cancellationToken);
    }

    public async Task<Product?> FindAsync(ProductId id, Language language, CancellationToken cancellationToken) =>
        await OneAsync(await QueryAsync<long>(CatalogSql.ById, new { id = id.Value }, cancellationToken), language, cancellationToken);

    public async Task<Product?> FindAsync(Sku sku, Language language, CancellationToken cancellationToken) =>
        await OneAsync(await QueryAsync<long>(CatalogSql.BySku, new { sku = sku.Value }, cancellationToken), language, cancellationToken);

    private async Task<Product?> OneAsync(IReadOnlyList<long> numbers, Language language, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
            return null;
        var product = (await ProductsAsync(numbers, language, cancellationToken))[0];
        var said = await QueryAsync<SafetyRow>(
            SafetySql.OfProduct, new { number = numbers[0], language = language.Code }, cancellationToken);
        return said.Count == 0
            ? product
            : product with { Safety = said.Aggregate(ProductSafety.None, (known, row) => known.Or(row.ToSafety())) };
    }

    private async Task<ResultPage<Product>> PageAsync(
        string sql, object question, Language language, int page, int size, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(page);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, LargestPage);
        var total = (int)(await QueryAsync<long>(CatalogSql.Count(sql), question, cancellationToken))[0];
        var values = new DynamicParameters(question);
        values.Add("skip", (long)page * size);
        values.Add("take", size);
        var numbers = total == 0 ? [] : await QueryAsync<long>(CatalogSql.Part(sql), values, cancellationToken);
        return new ResultPage<Product>(
            await ProductsAsync(numbers, language, cancellationToken), page, total, ((long)page + 1) * size < total);
    }

    private async Task<IReadOnlyList<Product>> ProductsAsync(
        IReadOnlyList<long> numbers, Language language, CancellationToken cancellationToken)
    {
        if (numbers.Count == 0)
            return [];
        var asked = new { numbers, language = language.Code };
        var products = (await QueryAsync<ProductRow>(CatalogSql.Products, asked, cancellationToken)).ToDictionary(row => row.Number);
        var rows = await QueryAsync<VariantRow>(CatalogSql.Variants, asked, cancellationToken);
        var variants = (await PriorPrices.AddAsync(connection, rows, now, cancellationToken)).ToLookup(row => row.Product);
        return [.. numbers.Select(number => products[number].ToProduct(variants[number], Picture))];
    }

    private Uri? Picture(string? image) => image is null ? null : sample.Picture(new Uri(image));

    private async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object values, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))];
}
