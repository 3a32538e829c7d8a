using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Channels;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommerceBot.Tests.EndToEnd;

/// <summary>Pieces that an order which waits for its payment holds.</summary>
internal sealed record SetAside(OrderId Order, Sku Sku, long Pieces);

/// <param name="Allocated">Sold since the merchant's count.</param>
/// <param name="Counted">When that was, in Unix milliseconds.</param>
internal sealed record StoredStock(long OnHand, long Allocated, long Counted);

/// <param name="Pieces">Sold to the order; below zero, given back by it.</param>
/// <param name="At">Unix milliseconds.</param>
internal sealed record StoredSale(OrderId Order, Sku Sku, long Pieces, long At);

/// <param name="Kind">Such as Confirmation, or merchant.Paid.</param>
/// <param name="Id">The public id of its outbox row.</param>
internal sealed record StoredMail(OrderId Order, string Kind, int Version, string Id, bool Sent);

/// <summary>What a stopped shop has on its disk: orders, payments, stock, what it has not done yet, and what it gave up.</summary>
internal sealed record StoredOrders(
    IReadOnlyList<Order> Orders,
    IReadOnlyDictionary<OrderId, PaymentLedger> Payments,
    IReadOnlyDictionary<Sku, StoredStock> Stock,
    IReadOnlyList<StoredSale> Sales,
    IReadOnlyList<SetAside> Reservations,
    IReadOnlyList<StoredMail> Mails,
    IReadOnlyList<string> Waiting,
    IReadOnlyList<string> DeadLetters)
{
    public static StoredOrders Read(string folder)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Data:Folder", folder)]).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton<IConfiguration>(settings);
        using var all = services.AddStorage(settings, Modes.Decide(settings)).BuildServiceProvider();
        var database = all.GetRequiredService<Database>().Id;
        using var session = all.GetRequiredService<Database>().OpenSession();
        var encryptor = all.GetRequiredService<FieldEncryptor>();
        return new StoredOrders(
            [
                .. Rows(
                    session, "SELECT sealed FROM shop_order",
                    row => JsonSerializer.Deserialize(encryptor.Decrypt(row.Blob(0)), OrdersJson.Default.Order)!),
            ],
            Rows(
                    session, "SELECT sealed FROM payment",
                    row => JsonSerializer.Deserialize(encryptor.Decrypt(row.Blob(0)), PaymentsJson.Default.PaymentLedger)!)
                .ToDictionary(ledger => ledger.Order),
            Rows(
                    session, "SELECT sku, on_hand, allocated, feed_time FROM stock",
                    row => (Sku: new Sku(row.Text(0)), Stock: new StoredStock(row.Int64(1), row.Int64(2), row.Int64(3))))
                .ToDictionary(row => row.Sku, row => row.Stock),
            Rows(
                session, "SELECT order_id, sku, quantity, at FROM allocation ORDER BY id",
                row => new StoredSale(new OrderId(row.Text(0)), new Sku(row.Text(1)), row.Int64(2), row.Int64(3))),
            Rows(
                session, "SELECT order_id, sku, quantity FROM reservation",
                row => new SetAside(new OrderId(row.Text(0)), new Sku(row.Text(1)), row.Int64(2))),
            Rows(
                session,
                "SELECT m.order_id, m.kind, m.version, m.seq, m.n, coalesce(o.state, -1) FROM mail m LEFT JOIN outbox o USING (seq, n)",
                row => new StoredMail(
                    new OrderId(row.Text(0)), row.Text(1), row.Int32(2), $"{database}-{row.Int64(3)}-{row.Int64(4)}",
                    row.Int32(5) == 1)),
            [
                .. Rows(session, "SELECT 'inbox ' || seq || ', ' || attempts || ' tries' FROM inbox WHERE handled = 0", row => row.Text(0)),
                .. Rows(
                    session,
                    "SELECT 'outbox ' || seq || '-' || n || ' ' || kind || ', ' || attempts || ' tries: ' || coalesce(reason, '') FROM "
                    + "outbox WHERE state IN (0, 4)",
                    row => row.Text(0)),
            ],
            [
                .. Rows(
                    session, "SELECT 'inbox ' || seq || ': ' || coalesce(reason, '') FROM inbox WHERE handled = 2",
                    row => row.TextOrNull(0)!),
                .. Rows(
                    session, "SELECT 'outbox ' || seq || ' ' || kind || ': ' || coalesce(reason, '') FROM outbox WHERE state = 2",
                    row => row.TextOrNull(0)!),
            ]);
    }

    private static List<T> Rows<T>(Session session, string sql, Func<PreparedStatement, T> read)
    {
        var query = session[sql];
        var rows = new List<T>();
        while (query.Step())
            rows.Add(read(query));
        query.Reset();
        return rows;
    }
}
