using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Support;

namespace CommerceBot.Tests.Channels.Support;

/// <summary>Orders that were agreed before the test began.</summary>
internal static class OrdersKept
{
    /// <summary>An order of Anna's, in the conversation that she has with the shop.</summary>
    public static async Task<(Order Order, Chat Anna)> WithOrderAsync(
        this ShopHost host, OrderState state, Func<Order, Order>? change = null)
    {
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.SayAsync("ciao");
        var id = new OrderId($"{host.Get<Database>().Id}-777");
        var lane = host.Text("SELECT id FROM lane")!;
        var order = Some.Order(id.Value) with
        {
            Number = OrderNumbers.For(id),
            Lane = new LaneId(lane),
            Shopper = new ShopperId(lane),
            State = state,
            Created = host.Time.GetUtcNow(),
            Version = 1,
        };
        order = change?.Invoke(order) ?? order;
        host.Keep(order);
        return (order, anna);
    }

    /// <summary>An order of somebody who has no chat, for one cappuccino cup, which is set aside for it or is not.</summary>
    public static Order WithGuestOrder(this ShopHost host, bool setAside)
    {
        var id = new OrderId($"{host.Get<Database>().Id}-888");
        var like = Some.Order(id.Value);
        var order = like with
        {
            Number = OrderNumbers.For(id),
            Lane = new LaneId($"order:{id}"),
            Shopper = new ShopperId($"order:{id}"),
            Created = host.Time.GetUtcNow(),
            Version = 1,
            Lines = [.. like.Lines.Select(line => line with { Sku = new Sku("cappuccino") })],
        };
        host.Keep(order);
        if (setAside)
        {
            using var session = host.Get<Database>().OpenSession();
            session["INSERT INTO reservation (order_id, sku, quantity, until) VALUES (?1, 'cappuccino', ?2, 0)"]
                .Bind(1, id.Value).Bind(2, order.Lines[0].Quantity).Execute();
        }

        return order;
    }

    public static Order Find(this ShopHost host, OrderId id)
    {
        using var session = host.Get<Database>().OpenSession();
        var query = session["SELECT sealed FROM shop_order WHERE id = ?1"].Bind(1, id.Value);
        query.Step();
        var order = JsonSerializer.Deserialize(host.Get<FieldEncryptor>().Decrypt(query.Blob(0)), OrdersJson.Default.Order)!;
        query.Reset();
        return order;
    }

    public static void Keep(this ShopHost host, PaymentLedger ledger)
    {
        using var session = host.Get<Database>().OpenSession();
        session["INSERT INTO payment (order_id, version, sealed) VALUES (?1, 1, ?2)"]
            .Bind(1, ledger.Order.Value)
            .Bind(2, host.Get<FieldEncryptor>().Encrypt(JsonSerializer.SerializeToUtf8Bytes(ledger, PaymentsJson.Default.PaymentLedger)))
            .Execute();
    }

    private static void Keep(this ShopHost host, Order order)
    {
        using var session = host.Get<Database>().OpenSession();
        session[
            "INSERT INTO shop_order (id, number, shopper, lane, state, total, currency, created, version, sealed) VALUES (?1, ?2, ?3, ?4, "
            + "?5, ?6, ?7, ?8, 1, ?9)"
        ]
            .Bind(1, order.Id.Value)
            .Bind(2, order.Number.Value)
            .Bind(3, order.Shopper.Value)
            .Bind(4, order.Lane.Value)
            .Bind(5, order.State.ToString())
            .Bind(6, order.Total.Minor)
            .Bind(7, order.Currency.Code)
            .Bind(8, order.Created.ToUnixTimeMilliseconds())
            .Bind(9, host.Get<FieldEncryptor>().Encrypt(JsonSerializer.SerializeToUtf8Bytes(order, OrdersJson.Default.Order)))
            .Execute();
    }
}
