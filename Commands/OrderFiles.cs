using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage.Sqlite;

namespace CommerceBot.Commands;

/// <summary>Orders read straight from the data folder.</summary>
internal sealed class OrderFiles(Workplace workplace)
{
    /// <summary>Flags that lift by themselves, when money is on its way back, are shown too: until then it is owed.</summary>
    private const OrderFlags NeedsAPerson = OrderFlags.Disputed | OrderFlags.RefundStuck | OrderFlags.PaidUnfilled | OrderFlags.PaidTwice;

    public IReadOnlyList<Order> List(string? state, bool attention, int take)
    {
        using var session = workplace.Database.OpenSession();
        var query = session["""
            SELECT version, sealed FROM shop_order
            WHERE (?1 IS NULL OR state = ?1 COLLATE NOCASE) AND (?3 = 0 OR marks & ?3 <> 0)
            ORDER BY created DESC LIMIT ?2
            """].Bind(1, state).Bind(2, take).Bind(3, attention ? (int)NeedsAPerson : 0);
        var orders = new List<Order>();
        while (query.Step())
            orders.Add(Open(query.Blob(1), OrdersJson.Default.Order) with { Version = query.Int64(0) });
        query.Reset();
        return orders;
    }

    public Order? Find(string number)
    {
        if (!OrderNumbers.TryParse(number, out var parsed))
            return null;
        using var session = workplace.Database.OpenSession();
        var query = session["SELECT sealed FROM shop_order WHERE number = ?1"].Bind(1, parsed.Value);
        var order = query.Step() ? Open(query.Blob(0), OrdersJson.Default.Order) : null;
        query.Reset();
        return order;
    }

    public Order? Find(OrderId id)
    {
        using var session = workplace.Database.OpenSession();
        var query = session["SELECT sealed FROM shop_order WHERE id = ?1"].Bind(1, id.Value);
        var order = query.Step() ? Open(query.Blob(0), OrdersJson.Default.Order) : null;
        query.Reset();
        return order;
    }

    public PaymentLedger LedgerOf(OrderId order)
    {
        using var session = workplace.Database.OpenSession();
        var query = session["SELECT sealed FROM payment WHERE order_id = ?1"].Bind(1, order.Value);
        var ledger = query.Step() ? JsonSerializer.Deserialize(StoredLedger.Upgrade(workplace.Sealer.Open(query.Blob(0))), PaymentsJson.Default.PaymentLedger)! : PaymentLedger.Empty(order);
        query.Reset();
        return ledger;
    }

    /// <summary>Messages of the order's conversation that never reached the shopper, with the reason of each.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Reason)> UndeliveredIn(Order order)
    {
        using var session = workplace.Database.OpenSession();
        var query = session["SELECT created, reason FROM outbox WHERE lane = ?1 AND state = 2 AND order_id IS NULL AND created >= ?2 ORDER BY seq, n"]
            .Bind(1, order.Lane.Value).Bind(2, order.Created.ToUnixTimeMilliseconds());
        var found = new List<(DateTimeOffset, string)>();
        while (query.Step())
            found.Add((DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0)), query.TextOrNull(1) ?? ""));
        query.Reset();
        return found;
    }

    private T Open<T>(ReadOnlySpan<byte> box, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) =>
        JsonSerializer.Deserialize(workplace.Sealer.Open(box), json) ?? throw new JsonException("A stored document is null.");
}
