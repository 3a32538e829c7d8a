using CommerceBot.Orders;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>
/// The pieces sold to each order, as rows with their time. Its caller holds the writer's transaction.
/// </summary>
/// <remarks>
/// A row is never earlier than the count that is known when it is written: whoever counted could not know of it. So what
/// a count absorbs depends on the times alone, however often a feed is imported again.
/// </remarks>
internal static class Allocations
{
    /// <summary>Writes down what was just taken from stock.</summary>
    public static bool Add(Session session, OrderId order, StockLine line, DateTimeOffset now) =>
        session["INSERT INTO allocation (order_id, sku, quantity, at) SELECT ?1, ?2, ?3, max(?4, feed_time) FROM stock WHERE sku = ?2"]
            .Bind(1, order.Value).Bind(2, line.Sku.Value).Bind(3, line.Quantity).Bind(4, now.ToUnixTimeMilliseconds()).Execute() == 1;

    /// <summary>
    /// Gives back at most what the order still has. What the merchant's count does not know of was only subtracted, and
    /// is that no more; what it does know of is missing in it, and is put on hand until the next count.
    /// </summary>
    public static void GiveBack(Session session, OrderId order, StockLine line, DateTimeOffset now)
    {
        var had = Read(session, order, line);
        var back = Math.Min(line.Quantity, had.Pieces);
        if (back <= 0)
            return;
        var subtracted = Math.Clamp(had.Uncounted, 0, back);
        session["UPDATE stock SET allocated = allocated - ?2, on_hand = on_hand + ?3 WHERE sku = ?1"]
            .Bind(1, line.Sku.Value).Bind(2, subtracted).Bind(3, back - subtracted).Execute();
        session["INSERT INTO allocation (order_id, sku, quantity, at) VALUES (?1, ?2, ?3, ?4)"]
            .Bind(1, order.Value)
            .Bind(2, line.Sku.Value)
            .Bind(3, -back)
            .Bind(4, Math.Max(now.ToUnixTimeMilliseconds(), had.NotBefore))
            .Execute();
    }

    private static Had Read(Session session, OrderId order, StockLine line)
    {
        var query = session["""
            SELECT sum(a.quantity), sum(CASE WHEN a.at >= s.feed_time THEN a.quantity ELSE 0 END), max(s.feed_time, max(a.at))
            FROM stock s JOIN allocation a ON a.sku = s.sku
            WHERE a.order_id = ?1 AND a.sku = ?2
            """].Bind(1, order.Value).Bind(2, line.Sku.Value);
        query.Step();
        var had = new Had(query.Int64(0), query.Int64(1), query.Int64(2));
        query.Reset();
        return had;
    }

    /// <param name="Pieces">Still allocated to the order.</param>
    /// <param name="Uncounted">Of these, since the merchant's count; below zero when more was given back than taken since.</param>
    /// <param name="NotBefore">Unix milliseconds of the latest thing known.</param>
    private readonly record struct Had(long Pieces, long Uncounted, long NotBefore);
}
