using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Stock as one turn sees and takes it. available = on hand - allocated - reserved.</summary>
/// <remarks>
/// A reservation holds until it is released, also past its time: only the payment gateway's word that the session can no longer be
/// paid frees the pieces, else a late payment would find them sold to another. When the merchant's count falls below
/// what is set aside, whoever pays first gets what there is.
/// </remarks>
internal sealed class Stock(TurnBuffer buffer) : IStock
{
    private const string Available = """
        SELECT s.on_hand - s.allocated - coalesce((SELECT sum(r.quantity) FROM reservation r WHERE r.sku = s.sku), 0)
        FROM stock s WHERE s.sku = ?1
        """;

    private const string Own = "coalesce((SELECT o.quantity FROM reservation o WHERE o.order_id = ?3 AND o.sku = ?1), 0)";

    public async Task<IReadOnlyDictionary<Sku, int>> AvailableAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancellationToken)
    {
        var session = await buffer.SnapshotAsync(cancellationToken);
        return skus.Distinct().ToDictionary(sku => sku, sku => (int)Math.Max(0, Count(session, sku.Value)));
    }

    public async Task<bool> HoldsReservationAsync(OrderId order, CancellationToken cancellationToken)
    {
        var session = await buffer.SnapshotAsync(cancellationToken);
        var query = session["""
            SELECT 1 WHERE EXISTS (SELECT 1 FROM reservation WHERE order_id = ?1) AND NOT EXISTS (
                SELECT 1 FROM reservation r LEFT JOIN stock s ON s.sku = r.sku
                WHERE r.order_id = ?1 AND coalesce(s.on_hand - s.allocated, 0) < r.quantity)
            """].Bind(1, order.Value);
        var holds = query.Step();
        query.Reset();
        return holds;
    }

    /// <summary>Also holds the prices: an import since the turn's snapshot is a conflict.</summary>
    public void Reserve(OrderId order, IReadOnlyList<StockLine> lines, DateTimeOffset until) =>
        buffer.Add(session =>
        {
            var own = OwnOf(session, order);
            Forget(session, order);
            return (buffer.CatalogVersion is not { } seen || TurnCatalog.Version(session) == seen)
                && Together(lines).All(line => TryReserve(session, order, line, own.GetValueOrDefault(line.Sku.Value), until));
        });

    public void Allocate(OrderId order, IReadOnlyList<StockLine> lines) => buffer.Add(session =>
    {
        var now = buffer.Clock;
        var taken = lines.All(line => TryAllocate(session, order, line) && Allocations.Add(session, order, line, now));
        Forget(session, order);
        return taken;
    });

    public async Task<IReadOnlyList<LowStock>> FallenLowAsync(
        IReadOnlyList<StockLine> sold, int usualMark, CancellationToken cancellationToken)
    {
        var session = await buffer.SnapshotAsync(cancellationToken);
        var fallen = new List<LowStock>();
        foreach (var line in Together(sold))
        {
            var marks = LowMarks.Read(session, line.Sku, usualMark);
            var falls = marks?.Falls(line.Quantity) ?? false;
            if (falls)
                fallen.Add(new LowStock(line.Sku, marks!.Value.Free - line.Quantity));
            // Another sale may be quicker: then this turn runs again, and sees it. Here the pieces are subtracted already.
            buffer.Add(now => (LowMarks.Read(now, line.Sku, usualMark)?.Before(line.Quantity).Falls(line.Quantity) ?? false) == falls);
        }

        return fallen;
    }

    public void Release(OrderId order) => buffer.Add(session =>
    {
        Forget(session, order);
        return true;
    });

    public void Restock(OrderId order, IReadOnlyList<StockLine> lines) => buffer.Add(session =>
    {
        var now = buffer.Clock;
        foreach (var line in lines)
            Allocations.GiveBack(session, order, line, now);
        return true;
    });

    private static int Forget(Session session, OrderId order) =>
        session["DELETE FROM reservation WHERE order_id = ?1"].Bind(1, order.Value).Execute();

    private static IEnumerable<StockLine> Together(IEnumerable<StockLine> lines) =>
        lines.GroupBy(line => line.Sku).Select(same => new StockLine(same.Key, same.Sum(one => one.Quantity)));

    private static Dictionary<string, int> OwnOf(Session session, OrderId order)
    {
        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        var query = session["SELECT sku, quantity FROM reservation WHERE order_id = ?1"].Bind(1, order.Value);
        while (query.Step())
            own[query.Text(0)] = query.Int32(1);
        query.Reset();
        return own;
    }

    /// <summary>The same rule as for what is sold: what was set aside for this order stays its own when it is set aside anew.</summary>
    /// <param name="own">What was set aside for it until now, and is not any more.</param>
    private static bool TryReserve(Session session, OrderId order, StockLine line, int own, DateTimeOffset until) =>
        session[$"""
            INSERT INTO reservation (order_id, sku, quantity, until)
            SELECT ?2, ?1, ?3, ?4 FROM stock
            WHERE sku = ?1 AND CASE WHEN ?5 >= ?3 THEN on_hand - allocated ELSE ({Available}) END >= ?3
            """]
            .Bind(1, line.Sku.Value).Bind(2, order.Value).Bind(3, line.Quantity).Bind(4, until.ToUnixTimeMilliseconds())
            .Bind(5, own).Execute() == 1;

    /// <summary>What was set aside for this order is its own, whatever is set aside for others; beyond that, what is left.</summary>
    private static bool TryAllocate(Session session, OrderId order, StockLine line) =>
        session[$"""
            UPDATE stock SET allocated = allocated + ?2
            WHERE sku = ?1 AND CASE WHEN {Own} >= ?2 THEN on_hand - allocated ELSE ({Available}) + {Own} END >= ?2
            """]
            .Bind(1, line.Sku.Value).Bind(2, line.Quantity).Bind(3, order.Value).Execute() == 1;

    private static long Count(Session session, string sku)
    {
        var query = session[Available].Bind(1, sku);
        var count = query.Step() ? query.Int64(0) : 0;
        query.Reset();
        return count;
    }
}
