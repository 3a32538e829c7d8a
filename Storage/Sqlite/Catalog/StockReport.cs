using CommerceBot.Catalog;

namespace CommerceBot.Storage.Sqlite.Catalog;

/// <summary>One variant as the merchant counts it.</summary>
/// <param name="OnHand">The merchant's count, and what orders gave back since of what they had bought before it.</param>
/// <param name="Sold">In the chat since the count.</param>
/// <param name="SetAside">For orders that wait for their payment.</param>
/// <param name="AsOf">When it was counted.</param>
internal sealed record StockRow(Sku Sku, string Title, long OnHand, long Sold, long SetAside, DateTimeOffset AsOf)
{
    /// <summary>Pieces that can be promised now.</summary>
    public long Available => Math.Max(0, OnHand - Sold - SetAside);
}

/// <summary>The stock, read and counted beside the host: each turn of the shop looks anew, so nobody has to be told.</summary>
internal sealed class StockReport(Database database)
{
    private const string Rows = """
        SELECT s.sku, coalesce(p.title, ''), s.on_hand, s.allocated,
            coalesce((SELECT sum(r.quantity) FROM reservation r WHERE r.sku = s.sku), 0), s.feed_time
        FROM stock s LEFT JOIN variant v ON v.sku = s.sku LEFT JOIN product p ON p.number = v.product
        """;

    /// <summary>What is on sale, in the feed's order.</summary>
    public IReadOnlyList<StockRow> List(int take)
    {
        using var session = database.OpenSession();
        return Read(session[$"{Rows} WHERE v.active = 1 ORDER BY p.position, v.position LIMIT ?1"].Bind(1, take));
    }

    /// <summary>One variant, on sale or not; null when there is none.</summary>
    public StockRow? Find(Sku sku)
    {
        using var session = database.OpenSession();
        return Read(session[$"{Rows} WHERE s.sku = ?1"].Bind(1, sku.Value)).SingleOrDefault();
    }

    /// <summary>False when stock of a later time is known, or no such variant: nothing changed.</summary>
    public bool TrySet(Sku sku, int pieces, DateTimeOffset asOf)
    {
        using var session = database.OpenSession();
        return Counting.TrySet(session, sku, pieces, asOf);
    }

    private static List<StockRow> Read(PreparedStatement query)
    {
        var rows = new List<StockRow>();
        while (query.Step())
            rows.Add(
                new StockRow(
                    new Sku(query.Text(0)), query.Text(1), query.Int64(2), query.Int64(3), query.Int64(4),
                    DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(5))));
        query.Reset();
        return rows;
    }
}
