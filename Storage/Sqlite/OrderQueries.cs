using System.Text.Json;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite;

/// <summary>Orders read straight from the data folder.</summary>
internal sealed class OrderQueries(Database database, FieldEncryptor encryptor)
{
    public IReadOnlyList<Order> List(string? state, bool attention, int take)
    {
        using var session = database.OpenSession();
        var query = session["""
            SELECT version, sealed FROM shop_order
            WHERE (?1 IS NULL OR state = ?1 COLLATE NOCASE) AND (?3 = 0 OR marks & ?3 <> 0)
            ORDER BY created DESC LIMIT ?2
            """].Bind(1, state).Bind(2, take).Bind(3, attention ? (int)OrderReading.NeedsAPerson : 0);
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
        return One("SELECT sealed FROM shop_order WHERE number = ?1", parsed.Value);
    }

    public Order? Find(OrderId id) => One("SELECT sealed FROM shop_order WHERE id = ?1", id.Value);

    public PaymentLedger LedgerOf(OrderId order)
    {
        using var session = database.OpenSession();
        return OrderReading.Ledger(session, encryptor, order) ?? PaymentLedger.Empty(order);
    }

    /// <summary>Messages of the order's conversation that never reached the shopper, with the reason of each.</summary>
    public IReadOnlyList<(DateTimeOffset At, string Reason)> UndeliveredIn(Order order)
    {
        using var session = database.OpenSession();
        return OrderReading.Undelivered(session, order);
    }

    /// <summary>Mails to the shopper about the order, the oldest first.</summary>
    public IReadOnlyList<MailFate> MailsOf(OrderId order)
    {
        using var session = database.OpenSession();
        return OrderReading.Mails(session, encryptor, order);
    }

    private Order? One(string sql, string key)
    {
        using var session = database.OpenSession();
        var query = session[sql].Bind(1, key);
        var order = query.Step() ? Open(query.Blob(0), OrdersJson.Default.Order) : null;
        query.Reset();
        return order;
    }

    private T Open<T>(ReadOnlySpan<byte> ciphertext, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) =>
        JsonSerializer.Deserialize(encryptor.Decrypt(ciphertext), json) ?? throw new JsonException("A stored document is null.");
}
