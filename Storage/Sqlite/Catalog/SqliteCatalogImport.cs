using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>
/// An import into SQLite. Rows wait in temporary tables, which lock nobody out; the replacing is one savepoint,
/// so it works inside the caller's transaction as well as without one; the search index follows in small steps.
/// The connection stays the caller's.
/// </summary>
internal sealed class SqliteCatalogImport : ICatalogImport
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _time;
    private readonly SqliteCommand _addItem;
    private readonly SqliteCommand _addText;
    private bool _settingAside = true;

    /// <param name="time">From when new prices hold; null for the machine's own clock.</param>
    public SqliteCatalogImport(SqliteConnection connection, TimeProvider? time = null)
    {
        (_connection, _time) = (connection, time ?? TimeProvider.System);
        connection.Execute(ImportSql.SetAside);
        connection.Execute("SAVEPOINT set_aside"); // or every row would be a transaction of its own
        _addItem = Command(ImportSql.AddItem, "line", "sku", "product", "title", "description", "brand", "category", "category_title",
            "category_path", "image", "link", "options", "price", "currency", "sale_price", "sale_from", "sale_to", "quantity", "hidden",
                "facts", "labels", "safety", "vat_class");
        _addText = Command(ImportSql.AddText, "line", "sku", "language", "title", "description", "category_title", "options", "facts",
            "warnings");
    }

    public ValueTask<ImportCopy> AddAsync(FeedItem item, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Fill(
            _addItem, item.Line, item.Sku.Value, item.Product.Value, item.Title, item.Description, item.Brand, item.Category.Id.Value,
            item.Category.Title, item.Category.Path, item.Image?.AbsoluteUri, item.Link?.AbsoluteUri,
            JsonSerializer.Serialize(item.Choices), item.Price.Minor, item.Price.Currency.Code, item.Sale?.Price.Minor,
            item.Sale?.From?.ToUnixTimeMilliseconds(), item.Sale?.To?.ToUnixTimeMilliseconds(), item.Quantity, item.Hidden,
            FactsJson.Write(item.Facts), JsonSerializer.Serialize(item.Labels), SafetyRow.Write(item.Safety),
            item.VatClass?.Word());
        using var row = _addItem.ExecuteReader();
        row.Read();
        return ValueTask.FromResult(new ImportCopy(row.GetInt64(0), row.GetInt64(1)));
    }

    public ValueTask<bool> AddAsync(FeedText text, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Fill(_addText, text.Line, text.Sku.Value, text.Language.Code, text.Title, text.Description, text.Category?.Title,
            text.Choices.Count > 0 ? JsonSerializer.Serialize(text.Choices) : null, text.Facts.Count > 0 ? FactsJson.Write(text.Facts)
                : null, text.Warnings);
        return ValueTask.FromResult(_addText.ExecuteNonQuery() > 0);
    }

    public async ValueTask<ImportTotals> TotalsAsync(DateTimeOffset feedTime, CancellationToken cancellationToken)
    {
        EndSettingAside();
        var counts = await _connection.QuerySingleAsync<(long Rows, long Products, long Hidden, long CountedSince)>(
            ImportSql.Totals, new { feedTime = feedTime.ToUnixTimeMilliseconds() });
        var going = await _connection.QuerySingleAsync<(long Products, long OnSale, long Touched, long Variants,
            long VariantsOnSale)>(ImportSql.Going);
        var first = going.Touched == 0 ? [] : await _connection.QueryAsync<string>(ImportSql.GoingTitles);
        var crowded = await _connection.QueryAsync<(long Line, string Id)>(ImportSql.Crowded);
        var alike = await _connection.QueryAsync<(long Line, string Id)>(ImportSql.Alike);
        await _connection.ExecuteAsync(ImportSql.TellAlikeApart);
        return new ImportTotals(counts.Rows, counts.Products, counts.Hidden, counts.CountedSince,
            new ImportRemovals(going.Products, going.OnSale, going.Touched, going.Variants, going.VariantsOnSale, [.. first]),
            [.. crowded.Select(row => new ImportMention(row.Line, row.Id))], [.. alike.Select(row => new ImportMention(row.Line, row.Id))])
        {
            FalseSales = await FalseSalesAsync(cancellationToken),
        };
    }

    /// <summary>Sales of the feed that the prices of the thirty days before belie.</summary>
    private async Task<IReadOnlyList<FalseSale>> FalseSalesAsync(CancellationToken cancellationToken)
    {
        var rows = (await _connection.QueryAsync<SaleRow>(ImportSql.Sales)).ToList();
        if (rows.Count == 0)
            return [];
        var points = await PriorPrices.ReadAsync(_connection, [.. rows.Select(row => row.Sku)], cancellationToken);
        var now = _time.GetUtcNow();
        return
        [
            .. from row in rows
               let sale = row.ToSale()
               where sale.To is null || sale.To > now
               let lowest = PricePoint.BeforeSale([.. points[row.Sku]], sale, now)
               where lowest is { } prior && prior.Currency == sale.Price.Currency && prior <= sale.Price
               select new FalseSale(row.Line, sale.Price.Plain(), lowest.Value),
        ];
    }

    private sealed record SaleRow
    {
        public long Line { get; init; }
        public required string Sku { get; init; }
        public required string Currency { get; init; }
        public long SalePrice { get; init; }
        public long? SaleFrom { get; init; }
        public long? SaleTo { get; init; }

        public Sale ToSale() => new(
            new Money(SalePrice, new Currency(Currency)),
            SaleFrom is { } from ? DateTimeOffset.FromUnixTimeMilliseconds(from) : null,
            SaleTo is { } to ? DateTimeOffset.FromUnixTimeMilliseconds(to) : null);
    }

    public ValueTask ReplaceAsync(DateTimeOffset feedTime, CancellationToken cancellationToken) =>
        Whole(
            [.. ImportSql.Replace, .. SafetySql.Replace, PriceHistorySql.Date, SearchIndex.NextWords, ImportSql.NextVersion],
            new { feedTime = feedTime.ToUnixTimeMilliseconds(), now = _time.GetUtcNow().ToUnixTimeMilliseconds() }, cancellationToken);

    public ValueTask ReplaceTextsAsync(CancellationToken cancellationToken) =>
        Whole([.. ImportSql.ReplaceTexts, .. SafetySql.ReplaceTexts, SearchIndex.NextWords], null, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _addItem.DisposeAsync();
        await _addText.DisposeAsync();
        EndSettingAside();
        await _connection.ExecuteAsync(ImportSql.Forget);
    }

    // Ends what the rows set aside may have read, so that the replacing begins with a fresh look and can wait for the lock.
    private void EndSettingAside()
    {
        if (_settingAside)
            _connection.Execute("RELEASE set_aside");
        _settingAside = false;
    }

    private async ValueTask Whole(IEnumerable<string> statements, object? values, CancellationToken cancellationToken)
    {
        EndSettingAside();
        await Savepoint.WholeAsync(_connection, "replace_catalogue", async () =>
        {
            foreach (var statement in statements)
                await _connection.ExecuteAsync(new CommandDefinition(statement, values, cancellationToken: cancellationToken));
        });
        await SearchIndex.CatchUpAsync(_connection, cancellationToken);
    }

    private SqliteCommand Command(string sql, params string[] names)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in names)
            command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
        return command;
    }

    private static void Fill(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
