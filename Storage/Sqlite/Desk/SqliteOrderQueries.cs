using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommerceBot.Desk.Identity;
using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteOrderQueries(DeskReader reader, Database database, FieldEncryptor encryptor, IDeskUsers users) : IOrderQueries
{
    public Task<OrderPage> ListAsync(OrderFilter filter, int take, CancellationToken cancellationToken) =>
        reader.ReadAsync(session =>
        {
            // One more than is shown tells that there are more.
            var places = new OrderPlaces(session, database).Find(filter, take + 1);
            var rows = places.Take(take).Select(place => Row(session, place)).ToList();
            return new OrderPage(rows, places.Count > take ? rows[^1].Place : null);
        }, cancellationToken);

    public async Task<OrderDetails?> FindAsync(OrderNumber number, CancellationToken cancellationToken) =>
        await FindAsync([number], cancellationToken) is [var found, ..] ? found : null;

    public async Task<IReadOnlyList<OrderDetails>> FindAsync(IReadOnlyList<OrderNumber> numbers, CancellationToken cancellationToken)
    {
        var people = (await users.AllAsync(cancellationToken)).ToDictionary(user => user.Id, user => user.Name);
        return await reader.ReadAsync<IReadOnlyList<OrderDetails>>(
            session => [.. numbers.Select(number => Details(session, number, people)).OfType<OrderDetails>()], cancellationToken);
    }

    public Task<IReadOnlyDictionary<string, OrderNumber>> NumbersAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyDictionary<string, OrderNumber>>(session =>
        {
            var numbers = new Dictionary<string, OrderNumber>(StringComparer.Ordinal);
            foreach (var id in ids)
            {
                var query = session["SELECT number FROM shop_order WHERE id = ?1"].Bind(1, id);
                if (query.Step())
                    numbers[id] = new OrderNumber(query.Text(0));
                query.Reset();
            }

            return numbers;
        }, cancellationToken);

    public Task<OrderCounts> CountAsync(CancellationToken cancellationToken) => reader.ReadAsync(session =>
    {
        var query = session["""
            SELECT (SELECT count(*) FROM shop_order WHERE state IN ('Paid', 'PartlyShipped')),
                (SELECT count(*) FROM shop_order WHERE state IN ('AwaitingPayment', 'PaymentProcessing')),
                (SELECT coalesce(max(place), 0) FROM shop_order)
            """];
        query.Step();
        var counts = new OrderCounts(query.Int64(0), query.Int64(1), query.Int64(2));
        query.Reset();
        return counts;
    }, cancellationToken);

    private OrderRow Row(Session session, long place)
    {
        var query = session["""
            SELECT o.version, o.sealed, coalesce(m.refunded, 0), coalesce(m.pending, 0)
            FROM shop_order o LEFT JOIN order_money m ON m.order_id = o.id WHERE o.place = ?1
            """].Bind(1, place);
        query.Step();
        var order = Open(query.Blob(1), OrdersJson.Default.Order) with { Version = query.Int64(0) };
        var row = new OrderRow(order, place, query.Int64(2), query.Int32(3));
        query.Reset();
        return row;
    }

    private OrderDetails? Details(Session session, OrderNumber number, IReadOnlyDictionary<string, string> people)
    {
        var query = session["SELECT version, sealed FROM shop_order WHERE number = ?1"].Bind(1, number.Value);
        var order = query.Step() ? Open(query.Blob(1), OrdersJson.Default.Order) with { Version = query.Int64(0) } : null;
        query.Reset();
        return order is null
            ? null
            : new OrderDetails(
                order, OrderReading.Ledger(session, encryptor, order.Id) ?? PaymentLedger.Empty(order.Id), DoneTo(session, order.Id),
                [.. OrderReading.Undelivered(session, order).Select(one => new Undelivered(one.At, one.Reason))], people)
            {
                Mails = OrderReading.Mails(session, encryptor, order.Id),
            };
    }

    private List<AuditEntry> DoneTo(Session session, OrderId order)
    {
        var query = session["SELECT at, action, actor, sealed FROM audit_event WHERE order_id = ?1 ORDER BY id"].Bind(1, order.Value);
        var entries = new List<AuditEntry>();
        while (query.Step())
            entries.Add(new AuditEntry(
                At(query.Int64(0)), query.Text(1), query.TextOrNull(2),
                query.IsNull(3) ? null : Open(query.Blob(3), OrderEventsJson.Default.OrderEventDetail)));
        query.Reset();
        return entries;
    }

    private T Open<T>(ReadOnlySpan<byte> box, JsonTypeInfo<T> json) =>
        JsonSerializer.Deserialize(encryptor.Decrypt(box), json) ?? throw new JsonException("A stored document is null.");

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
