using CommerceBot.Catalog;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>What a price cut is measured by, read for the few variants that have one.</summary>
internal static class PriorPrices
{
    private const string Points = """
        SELECT sku, at, price, currency, sale_price AS salePrice, sale_from AS saleFrom, sale_to AS saleTo FROM price_history
        WHERE sku IN @skus AND at IS NOT NULL ORDER BY sku, at, id
        """;

    /// <summary>The same rows, those on sale with the lowest price of the thirty days before.</summary>
    public static async Task<IReadOnlyList<VariantRow>> AddAsync(
        SqliteConnection connection, IReadOnlyList<VariantRow> rows, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var skus = rows.Where(row => row.SaleOf() is { } sale && sale.HoldsAt(now)).Select(row => row.Sku).ToList();
        if (skus.Count == 0)
            return rows;
        var points = await ReadAsync(connection, skus, cancellationToken);
        return [.. rows.Select(row => row.SaleOf() is { } sale && skus.Contains(row.Sku)
            ? row with { Prior = PricePoint.BeforeSale([.. points[row.Sku]], sale, now)?.Minor }
            : row)];
    }

    /// <summary>Every price of some variants, the oldest first.</summary>
    public static async Task<ILookup<string, PricePoint>> ReadAsync(
        SqliteConnection connection, IReadOnlyList<string> skus, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<PointRow>(new CommandDefinition(Points, new { skus }, cancellationToken: cancellationToken)))
            .ToLookup(row => row.Sku, row => row.ToPoint());

    private sealed record PointRow
    {
        public required string Sku { get; init; }
        public long At { get; init; }
        public long Price { get; init; }
        public required string Currency { get; init; }
        public long? SalePrice { get; init; }
        public long? SaleFrom { get; init; }
        public long? SaleTo { get; init; }

        public PricePoint ToPoint()
        {
            var currency = new Currency(Currency);
            return new PricePoint(
                DateTimeOffset.FromUnixTimeMilliseconds(At), new Money(Price, currency),
                SalePrice is { } reduced ? new Sale(new Money(reduced, currency), Moment(SaleFrom), Moment(SaleTo)) : null);
        }

        private static DateTimeOffset? Moment(long? milliseconds) =>
            milliseconds is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
    }
}
