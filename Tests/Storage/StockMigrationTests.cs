using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;
using CommerceBot.Storage.Sqlite.Turns;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Support;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>A shop that sold before each sale had a row of its own: its database is made by the three files of that time.</summary>
public sealed class StockMigrationTests : IDisposable
{
    private static readonly Sku Mug = new("mug-1");
    private readonly string _folder = Directory.CreateTempSubdirectory("stock-").FullName;
    private readonly FakeTimeProvider _time = new(Some.Noon);

    public StockMigrationTests()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "commercebot.db")};Pooling=False");
        connection.Open();
        foreach (var name in (string[])["0001_rows", "0002_catalog", "0003_orders"])
        {
            using var sql = new StreamReader(
                typeof(Database).Assembly.GetManifestResourceStream($"CommerceBot.Storage.Sqlite.Migrations.{name}.sql")!);
            connection.Execute(sql.ReadToEnd());
        }

        connection.Execute("""
            PRAGMA user_version = 3;
            INSERT INTO stock (sku, on_hand, allocated, feed_time)
                VALUES ('mug-1', 10, 5, 1000), ('cup-1', 4, 0, 1000), ('bowl-1', 3, 1, 1000);
            INSERT INTO reservation (order_id, sku, quantity, until) VALUES ('waits', 'mug-1', 1, 0);
            """);
    }

    [Fact]
    public void No_piece_is_lost_or_found()
    {
        using var database = Database.Open(_folder);
        using var session = database.OpenSession();

        Assert.Equal([("bowl-1", 3, 1), ("cup-1", 4, 0), ("mug-1", 10, 5)], Stock(session));
        Assert.Equal([("", "bowl-1", 1), ("", "mug-1", 5)], Sold(session));
        Assert.Equal(1, session.Connection.QuerySingle<int>("SELECT quantity FROM reservation"));
    }

    [Fact]
    public void A_feed_from_before_knows_of_no_sale_and_a_new_count_knows_of_all()
    {
        using var database = Database.Open(_folder);
        using var session = database.OpenSession();
        Assert.True(Counting.TrySet(session, Mug, 9, DateTimeOffset.FromUnixTimeMilliseconds(2000)));
        Assert.Contains(("mug-1", 9, 5), Stock(session));
        Assert.True(Counting.TrySet(session, Mug, 4, TimeProvider.System.GetUtcNow().AddMinutes(1)));
        Assert.Contains(("mug-1", 4, 0), Stock(session));
    }

    [Fact]
    public async Task Paid_orders_of_before_can_give_back_what_they_bought()
    {
        using var database = Database.Open(_folder);
        var protection = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(_folder, "keys")));
        using var encryptor = new FieldEncryptor(new DataKeys(database, protection, _time));
        using var session = database.OpenSession();
        foreach (
            var (id, state) in (ReadOnlySpan<(string, OrderState)>)
                [("o-1", OrderState.Paid), ("o-2", OrderState.Delivered), ("o-3", OrderState.Expired)])
            Keep(session, encryptor, Some.Order(id) with { State = state });

        await using (var writer = new Writer(database))
        {
            await writer.WriteAsync(new AllocationOwners(encryptor));
            await writer.WriteAsync(new AllocationOwners(encryptor));
        }

        Assert.Equal([("", "bowl-1", 1), ("", "mug-1", 1), ("o-1", "mug-1", 2), ("o-2", "mug-1", 2)], Sold(session));
        Assert.Contains(("mug-1", 10, 5), Stock(session));
        Allocations.GiveBack(session, new OrderId("o-2"), new StockLine(Mug, 9), _time.GetUtcNow());
        Assert.Contains(("mug-1", 10, 3), Stock(session));
    }

    public void Dispose() => Folders.Delete(_folder);

    private static void Keep(Session session, FieldEncryptor encryptor, Order order) =>
        session.Connection.Execute(
            """
            INSERT INTO shop_order (id, number, shopper, lane, state, total, currency, created, version, sealed)
            VALUES (@id, @id, 'anna', 'lane', @state, 1, 'EUR', 1, 1, @sealed)
            """, new
            {
                id = order.Id.Value,
                state = order.State.ToString(),
                @sealed = encryptor.Encrypt(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(order, OrdersJson.Default.Order)),
            }
        );

    private static IEnumerable<(string Sku, int OnHand, int Allocated)> Stock(Session session) =>
        session.Connection.Query<(string, int, int)>("SELECT sku, on_hand, allocated FROM stock ORDER BY sku");

    private static IEnumerable<(string Order, string Sku, int Quantity)> Sold(Session session) =>
        session.Connection.Query<(string, string, int)>("SELECT order_id, sku, quantity FROM allocation ORDER BY order_id, sku");
}
