using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>
/// Gives the pieces that were sold before each sale had a row of its own to the orders that bought them, so that they can
/// be given back. No sum and no time changes. Does nothing where there are none.
/// </summary>
internal sealed class AllocationOwners(FieldEncryptor encryptor) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        var unowned = Unowned(session);
        if (unowned.Count == 0)
            return true;
        foreach (var order in Buyers(session))
            foreach (var line in order.Stock)
                Give(session, unowned, order.Id, line);
        session.Run("DELETE FROM allocation WHERE order_id = ''");
        foreach (var (sku, left) in unowned)
            if (left.Pieces > 0)
                Insert(session, "", sku, left);
        return true;
    }

    private static void Give(Session session, Dictionary<string, Allocated> unowned, OrderId order, StockLine line)
    {
        if (!unowned.TryGetValue(line.Sku.Value, out var left) || left.Pieces < line.Quantity)
            return;
        Insert(session, order.Value, line.Sku.Value, left with { Pieces = line.Quantity });
        unowned[line.Sku.Value] = left with { Pieces = left.Pieces - line.Quantity };
    }

    private static Dictionary<string, Allocated> Unowned(Session session)
    {
        var query = session["SELECT sku, quantity, at FROM allocation WHERE order_id = ''"];
        var unowned = new Dictionary<string, Allocated>(StringComparer.Ordinal);
        while (query.Step())
            unowned.Add(query.Text(0), new Allocated(query.Int64(1), query.Int64(2)));
        query.Reset();
        return unowned;
    }

    /// <summary>Until then an order took its pieces when it became paid, and no paid order ever gave any back.</summary>
    private List<Order> Buyers(Session session)
    {
        var query = session["""
            SELECT sealed FROM shop_order
            WHERE state IN ('Paid', 'Preparing', 'Shipped', 'Delivered') AND id NOT IN (SELECT order_id FROM allocation)
            ORDER BY created
            """];
        var buyers = new List<Order>();
        while (query.Step())
            buyers.Add(JsonSerializer.Deserialize(encryptor.Decrypt(query.Blob(0)), OrdersJson.Default.Order)!);
        query.Reset();
        return buyers;
    }

    private static void Insert(Session session, string order, string sku, Allocated sold) =>
        session["INSERT INTO allocation (order_id, sku, quantity, at) VALUES (?1, ?2, ?3, ?4)"]
            .Bind(1, order).Bind(2, sku).Bind(3, sold.Pieces).Bind(4, sold.At).Execute();

    /// <param name="At">Unix milliseconds.</param>
    private readonly record struct Allocated(long Pieces, long At);
}
