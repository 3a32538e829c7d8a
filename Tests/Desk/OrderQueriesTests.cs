using CommerceBot.Desk.Orders;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Desk;
using CommerceBot.Tests.Desk.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>What the desk's lists find, over orders that real shoppers made.</summary>
public sealed class OrderQueriesTests(OpenShop shop) : IClassFixture<OpenShop>
{
    [Fact]
    public async Task An_order_is_found_by_whatever_of_it_a_merchant_remembers()
    {
        var order = await PaidAsync("searched", "Pesto");
        await shop.Merchant.ShipAsync(order.Number, "BRT 0987-654");
        var email = order.Contact.Email;
        string[] queries =
        [
            order.Number.Value,
            order.Number.Value.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal),
            email,
            email.ToUpperInvariant(),
            $" {email} ",
            "searched",
            "bianchi",
            "BIANCHI anna",
            "bian",
            "anna pesto",
            "333 123 4567",
            "+39 333 1234567",
            "00393331234567",
            "1234567",
            "BRT 0987-654",
            "0987-654",
            "brt0987654",
            order.Lines[0].Sku.Value,
            "pesto",
        ];
        var missed = new List<string>();
        foreach (var query in queries)
            if (!(await FindAsync(query)).Contains(order.Number))
                missed.Add(query);
        Assert.Empty(missed);
        foreach (var stranger in new[] { "verdi", "anna zzz", "nobody@example.com", "3339999999", "AAA-AAA-A" })
            Assert.DoesNotContain(order.Number, await FindAsync(stranger));
        Assert.Empty(await FindAsync("!!! ???"));
    }

    [Fact]
    public async Task Each_tab_holds_its_orders_and_the_others_do_not()
    {
        var toShip = await PaidAsync("tabship", "Pesto");
        await shop.PlayAsync(Shopping.Orders("tabopen", "Pesto"));
        var unpaid = shop.Merchant.OrderOf("tabopen@example.com");
        var shipped = await PaidAsync("tabgone", "Pesto");
        await shop.Merchant.ShipAsync(shipped.Number);
        var refunded = await PaidAsync("tabback", "Pesto");
        await shop.Merchant.RefundAsync(refunded.Number, new RefundTerms(100, [], false, false));
        var places = new Dictionary<OrderTab, OrderNumber[]>
        {
            [OrderTab.ToShip] = [toShip.Number, refunded.Number],
            [OrderTab.Unpaid] = [unpaid.Number],
            [OrderTab.Shipped] = [shipped.Number],
            [OrderTab.Refunded] = [refunded.Number],
            [OrderTab.All] = [toShip.Number, unpaid.Number, shipped.Number, refunded.Number],
        };
        OrderNumber[] mine = [.. places[OrderTab.All]];
        foreach (var (tab, numbers) in places)
            Assert.Equal(
                numbers.Select(number => number.Value).Order(),
                (await ListAsync(new OrderFilter(tab))).Intersect(mine).Select(number => number.Value).Order());
    }

    [Fact]
    public async Task Pages_follow_each_other_without_a_gap_and_without_an_order_twice()
    {
        for (var i = 0; i < 3; i++)
            await PaidAsync($"paged{i}", "Pesto");
        foreach (
            var filter in new[] { new OrderFilter(OrderTab.All), new OrderFilter(OrderTab.ToShip), new OrderFilter(OrderTab.All, "pesto") })
        {
            var whole = await Queries.ListAsync(filter, 1000, CancellationToken.None);
            Assert.True(whole.Rows.Count >= 3);
            Assert.Null(whole.Next);
            var paged = new List<OrderNumber>();
            long? before = null;
            do
            {
                var page = await Queries.ListAsync(filter with { Before = before }, 2, CancellationToken.None);
                paged.AddRange(page.Rows.Select(row => row.Order.Number));
                before = page.Next;
            }
            while (before is not null);

            Assert.Equal(whole.Rows.Select(row => row.Order.Number), paged);
            Assert.Equal(whole.Rows.Select(row => row.Place).OrderDescending(), whole.Rows.Select(row => row.Place));
        }
    }

    [Fact]
    public async Task Days_bound_a_list_by_when_orders_were_placed()
    {
        var early = await PaidAsync("early", "Pesto");
        await shop.Now.StepAsync(TimeSpan.FromDays(2));
        var late = await PaidAsync("late", "Pesto");
        var between = early.Created.AddDays(1);
        var before = await ListAsync(new OrderFilter(OrderTab.All, Until: between));
        Assert.Contains(early.Number, before);
        Assert.DoesNotContain(late.Number, before);
        var after = await ListAsync(new OrderFilter(OrderTab.All, From: between));
        Assert.Contains(late.Number, after);
        Assert.DoesNotContain(early.Number, after);
        Assert.Empty(await ListAsync(new OrderFilter(OrderTab.All, From: late.Created.AddDays(30))));
        Assert.Empty(await ListAsync(new OrderFilter(OrderTab.All, Until: early.Created.AddDays(-3000))));
    }

    [Fact]
    public async Task Orders_from_before_the_desk_are_found_after_the_next_start_and_after_new_keys_too()
    {
        await using var host = await ShopHost.StartAsync();
        await new Play(host, "it_IT").RunAsync(Shopping.Orders("before", "Pesto") + "pays: success\nbot: RECEIPT");
        Assert.Single(await FindAsync(host, "before"));
        using (var session = host.Get<Database>().OpenSession())
        {
            session.Run("DELETE FROM order_word");
            session.Run("DELETE FROM order_money");
            session.Run("DELETE FROM money_movement");
            session.Run("DELETE FROM meta WHERE name = 'order index'");
        }

        await host.RestartAsync();
        await IndexedAsync(host);
        Assert.Single(await FindAsync(host, "before"));

        await host.CloseAsync();
        KeyFiles.Drop(host.Folder, KeyFiles.SearchKey);
        await host.OpenAsync();
        await IndexedAsync(host);
        Assert.Single(await FindAsync(host, "before"));
    }

    [Fact]
    public async Task No_word_by_which_an_order_is_found_stands_in_the_database()
    {
        var order = await PaidAsync("hidden", "Pesto");
        foreach (var (place, bytes) in KeptBytes.Of(shop.Now).Where(kept => kept.Place.EndsWith(".db", StringComparison.Ordinal)
            || kept.Place.EndsWith(".db-wal", StringComparison.Ordinal)))
        {
            var text = System.Text.Encoding.Latin1.GetString(bytes);
            foreach (var word in new[] { order.Contact.Email, "BIANCHI", "3331234567" })
                Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void The_audit_takes_no_line_back_and_changes_none()
    {
        using var session = shop.Now.Get<Database>().OpenSession();
        AuditRows.Add(session, shop.Now.Time.GetUtcNow(), "someone", "test.happened", null, null);
        foreach (var sql in new[] { "DELETE FROM audit_event", "UPDATE audit_event SET actor = 'other'", "UPDATE audit_event SET at = 1" })
            Assert.Contains(
                "only ever added", Assert.ThrowsAny<Exception>(() => session.Run(sql)).Message, StringComparison.Ordinal);
    }

    private IOrderQueries Queries => shop.Now.Get<IOrderQueries>();

    private Task<IReadOnlyList<OrderNumber>> FindAsync(string query) => FindAsync(shop.Now, query);

    private static async Task<IReadOnlyList<OrderNumber>> FindAsync(ShopHost host, string query) =>
        [.. (await host.Get<IOrderQueries>().ListAsync(new OrderFilter(OrderTab.All, query), 100, CancellationToken.None))
            .Rows.Select(row => row.Order.Number)];

    private async Task<IReadOnlyList<OrderNumber>> ListAsync(OrderFilter filter) =>
        [.. (await Queries.ListAsync(filter, 1000, CancellationToken.None)).Rows.Select(row => row.Order.Number)];

    private static async Task IndexedAsync(ShopHost host)
    {
        var database = host.Get<Database>();
        using var session = database.OpenSession();
        while (!OrderIndexWrite.IsDone(session, database))
            await Task.Yield();
    }

    private async Task<Order> PaidAsync(string who, string product)
    {
        await shop.PlayAsync(Shopping.Orders(who, product) + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return shop.Merchant.OrderOf($"{who}@example.com");
    }
}
