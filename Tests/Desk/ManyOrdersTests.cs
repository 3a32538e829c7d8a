using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using CommerceBot.Chats;
using CommerceBot.Desk.Access;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Desk;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>The desk of a shop that has been open for years: a hundred thousand orders and a million messages.</summary>
public sealed class ManyOrdersTests(ITestOutputHelper output)
{
    private const int Orders = 100_000;
    private const int Messages = 1_000_000;
    private const int Rounds = 3;
    private const int Tries = 20;
    private const double LongestPage = 100;
    private const double LongestSearch = 150;

    private static readonly string[] FirstNames = ["Anna", "Bruno", "Carla", "Dario", "Elena", "Fabio", "Giulia", "Hugo", "Irene", "Luca"];
    private static readonly string[] LastNames =
        ["Bianchi", "Conti", "De Luca", "Esposito", "Ferrari", "Gallo", "Marino", "Neri", "Rossi", "Villa"];

    /// <summary>Of three rounds the quickest counts: others use the machine too.</summary>
    [LongFact(Timeout = 900_000)]
    public async Task Every_page_comes_within_a_tenth_of_a_second_and_every_search_within_fifteen_hundredths()
    {
        await using var host = await ShopHost.StartAsync();
        var last = Fill(host);
        using var desk = await DeskPeople.EnterAsync(host, DeskRole.Owner, "Many Owner");
        var slow = new List<string>();
        foreach (var path in Pages(last))
            slow.AddRange(await MeasureAsync(desk, path, LongestPage));
        foreach (var search in Searches(last))
            slow.AddRange(await MeasureAsync(desk, $"/desk/orders?tab=All&q={Uri.EscapeDataString(search)}", LongestSearch));
        Assert.True(slow.Count == 0, string.Join('\n', slow));
    }

    private static string[] Pages(Order last) =>
    [
        "/desk", "/desk/takings.svg", "/desk/orders", "/desk/orders?tab=Unpaid", "/desk/orders?tab=Shipped", "/desk/orders?tab=Refunded",
        "/desk/orders?tab=All", "/desk/orders?tab=All&before=50000", "/desk/orders?tab=All&attention=true",
        "/desk/orders?tab=All&from=2026-01-01&until=2026-01-31", $"/desk/orders/{last.Number}", $"/desk/print/slips?n={last.Number}",
        "/desk/chats", "/desk/chats/25000", "/desk/products", "/desk/products/edit?sku=pesto",
        "/desk/products/sales.svg?sku=pesto", "/desk/health", "/desk/people", "/desk/exports",
    ];

    private static string[] Searches(Order last) =>
    [
        last.Number.Value, last.Contact.Email, "Anna", "anna rossi", "de luca", "+39 333 1234567", "tazza", "mug-1",
        "BRT 77", "elena tazza", "nobody",
    ];

    private async Task<IReadOnlyList<string>> MeasureAsync(DeskVisitor desk, string path, double longest)
    {
        var best = double.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            var times = new List<double>();
            for (var one = 0; one < Tries; one++)
            {
                var start = Stopwatch.GetTimestamp();
                Assert.Equal((path, HttpStatusCode.OK), (path, (await desk.SendAsync(HttpMethod.Get, path)).Status));
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            best = Math.Min(best, times.Order().ElementAt(Tries * 95 / 100 - 1));
        }

        var said = string.Create(CultureInfo.InvariantCulture, $"{best,7:0.0} ms of {longest:0}  {path}");
        output.WriteLine(said);
        return best <= longest ? [] : [said];
    }

    /// <summary>Written as turns write them, a few thousand to a transaction.</summary>
    private static Order Fill(ShopHost host)
    {
        var (database, encryptor) = (host.Get<Database>(), host.Get<FieldEncryptor>());
        using var session = database.OpenSession();
        var now = host.Time.GetUtcNow();
        Order? last = null;
        var numbers = new HashSet<OrderNumber>();
        for (var at = 0; at < Orders; at++)
        {
            if (at % 5000 == 0)
                session.Run("BEGIN");
            last = OrderOf(at, now.AddMinutes(-10 * (Orders - at)));
            for (var salt = 0; !numbers.Add(last.Number); salt++)
                last = last with { Number = OrderNumbers.For(last.Id, salt + 1) };
            Insert(session, database, encryptor, last);
            if (at % 5000 == 4999)
                session.Run("COMMIT");
        }

        session.Run($"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Messages / 2})
            INSERT INTO inbox (seq, key, lane, kind, body, received, handled)
            SELECT i, CAST('many' || i AS BLOB), 'facebook:1:' || (i % 50000), 0, zeroblob(200), 1700000000000 + i, 1 FROM n
            """);
        session.Run($"""
            INSERT INTO outbox (seq, n, lane, kind, target, request, state, created)
            SELECT seq, 0, lane, 'messenger', 'POST x', zeroblob(300), 1, received FROM inbox
            WHERE seq <= {Messages / 2} AND key >= CAST('many' AS BLOB)
            """);
        // Every order bought of one product; its page draws those of thirty days.
        session[$"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Orders})
            INSERT INTO allocation (order_id, sku, quantity, at) SELECT 'feedbeef00000000-m' || (i - 1), 'pesto', 2, ?1 - 600000 * i FROM n
            """].Bind(1, now.ToUnixTimeMilliseconds()).Execute();
        session[$"""
            INSERT INTO allocation (order_id, sku, quantity, at) SELECT order_id, sku, -1, at + 3600000 FROM allocation
            WHERE sku = 'pesto' AND id % 50 = 0
            """].Execute();
        FillChats(session, encryptor, now);
        return last!;
    }

    /// <summary>A chat of every conversation, some of which wait or are taken, and a million messages in them.</summary>
    private static void FillChats(Session session, FieldEncryptor encryptor, DateTimeOffset now)
    {
        var chat = new Chat(new LaneId("facebook:1:1"), new ShopperId("facebook:1:1"), ChatState.Waiting, now)
        {
            Name = "Anna", Last = "Ciao",
        };
        var message = new ChatMessage(ChatSide.Shopper, now, "Buongiorno, il pacco non è ancora arrivato", Intent: "order-status");
        session[$"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
            INSERT INTO chat (lane, version, state, since, touched, sealed)
            SELECT 'facebook:1:' || (i - 1), 1, CASE WHEN i % 500 < 3 THEN i % 500 ELSE 0 END, 1700000000000 + i, 1700000000000 + i, ?1
            FROM n
            """].Bind(1, encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(chat, ChatsJson.Default.Chat))).Execute();
        session[$"""
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Messages})
            INSERT INTO chat_message (lane, at, seq, sealed)
            SELECT 'facebook:1:' || (i % 50000), 1700000000000 + i, i, ?1 FROM n
            """].Bind(1, encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(message, ChatsJson.Default.ChatMessage))).Execute();
    }

    private static Order OrderOf(int at, DateTimeOffset created)
    {
        var id = new OrderId($"feedbeef00000000-m{at}");
        var name = $"{FirstNames[at % 10]} {LastNames[at / 10 % 10]}";
        var order = Some.Order($"feedbeef00000000-m{at}") with
        {
            Number = OrderNumbers.For(id), Shopper = new ShopperId($"facebook:1:{at % 50000}"),
            Lane = new LaneId($"facebook:1:{at % 50000}"),
            State = StateOf(at), Created = created, Updated = created, Tracking = StateOf(at) == OrderState.Shipped ? $"BRT {at}" : null,
            Contact = new Contact($"shopper{at % 50000}@example.com", $"+39333{at % 10_000_000:D7}", name),
        };
        return order with { Address = order.Address with { Name = name } };
    }

    private static OrderState StateOf(int at) => (at % 100) switch
    {
        0 => OrderState.Paid, 1 => OrderState.AwaitingPayment, 2 => OrderState.Cancelled, 3 or 4 => OrderState.Expired,
        _ => OrderState.Shipped,
    };

    private static void Insert(Session session, Database database, FieldEncryptor encryptor, Order order)
    {
        session["""
            INSERT INTO shop_order (id, number, shopper, lane, state, total, currency, created, version, sealed, marks)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9, 0)
            """].Bind(1, order.Id.Value).Bind(2, order.Number.Value).Bind(3, order.Shopper.Value).Bind(4, order.Lane.Value)
            .Bind(5, order.State.ToString()).Bind(6, order.Total.Minor).Bind(7, order.Currency.Code)
            .Bind(8, order.Created.ToUnixTimeMilliseconds())
            .Bind(9, encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(order, OrdersJson.Default.Order))).Execute();
        OrderWords.Between(null, order, database).Write(session, order.Id.Value);
        if (order.State is not (OrderState.Paid or OrderState.Shipped))
            return;
        var ledger = new PaymentLedger(
            order.Id, [], [new PaymentFact(PaymentFactKind.Succeeded, $"pi_{order.Id}", 1, order.Total, order.Created, null, null)], 0, []);
        session["INSERT INTO payment (order_id, version, sealed) VALUES (?1, 1, ?2)"].Bind(1, order.Id.Value)
            .Bind(2, encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(ledger, PaymentsJson.Default.PaymentLedger))).Execute();
        new OrderMoneyRows(ledger).Write(session);
        AuditRows.Add(session, order.Created, null, $"state.{order.State}", order.Id.Value, null);
    }
}
