using CommerceBot.Catalog;
using CommerceBot.Desk.Goods;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>Sales as the rows of allocations tell them: one above zero when an order is paid, one below when pieces come back.</summary>
internal sealed class SqliteSales(DeskReader reader) : ISales
{
    private const long Quarter = 15 * 60 * 1000;

    /// <summary>
    /// What came back counts where it was sold. It comes after that: a row since ?2 tells of a sale since then, or of one before, which
    /// is left out. Both parts are read from the index by variant and time; the sale of what came back is found by its order: without
    /// the plus signs the earliest sale would be looked for among all of the variant's, for each anew.
    /// </summary>
    private const string Sold = """
        WITH mine AS (SELECT sku FROM variant WHERE product = ?1)
        SELECT a.at / ?3, sum(a.quantity) FROM mine JOIN allocation a ON a.sku = mine.sku
        WHERE a.at >= ?2 AND a.quantity > 0 GROUP BY 1
        UNION ALL
        SELECT sold / ?3, quantity FROM (
            SELECT b.quantity, (SELECT min(a.at) FROM allocation a
                WHERE a.order_id = b.order_id AND +a.sku = b.sku AND +a.quantity > 0) AS sold
            FROM mine JOIN allocation b ON b.sku = mine.sku WHERE b.at >= ?2 AND b.quantity < 0)
        WHERE sold >= ?2
        """;

    public Task<IReadOnlyList<(DateTimeOffset From, long Pieces)>?> OfProductAsync(
        Sku sku, DateTimeOffset since, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<(DateTimeOffset From, long Pieces)>?>(
            session => ProductOf(session, sku) is { } product ? Read(session, product, since) : null, cancellationToken);

    private static long? ProductOf(Session session, Sku sku)
    {
        var query = session["SELECT product FROM variant WHERE sku = ?1"].Bind(1, sku.Value);
        long? number = query.Step() ? query.Int64(0) : null;
        query.Reset();
        return number;
    }

    private static List<(DateTimeOffset From, long Pieces)> Read(Session session, long product, DateTimeOffset since)
    {
        var query = session[Sold].Bind(1, product).Bind(2, since.ToUnixTimeMilliseconds()).Bind(3, Quarter);
        var found = new List<(DateTimeOffset From, long Pieces)>();
        while (query.Step())
            found.Add((DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0) * Quarter), query.Int64(1)));
        query.Reset();
        return found;
    }
}
