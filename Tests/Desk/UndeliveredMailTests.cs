using System.Net.Http.Json;
using CommerceBot.Orders;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Desk;

/// <summary>The merchant hears by mail of notices that did not reach who has paid: all together, once an hour at most.</summary>
public sealed class UndeliveredMailTests
{
    private const string Subject = "Avvisi non arrivati";

    [Fact]
    public async Task Notices_that_reach_nobody_are_told_together_and_the_next_ones_after_an_hour()
    {
        await using var shop = await ShopHost.StartAsync();
        var (one, other, later) = (await PaidAsync(shop, "silent1"), await PaidAsync(shop, "silent2"), await PaidAsync(shop, "silent3"));
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        var mailbox = new TestMailbox(shop);
        Assert.Empty(await ToldAsync(mailbox));
        await ShipUnheardAsync(shop, one, "silent1");
        await ShipUnheardAsync(shop, other, "silent2");
        await shop.PassAsync(TimeSpan.FromMinutes(2));
        var mail = Assert.Single(await ToldAsync(mailbox));
        Assert.Contains($"Ordine {one.Number}, messaggio in chat: WindowClosed", mail.Text, StringComparison.Ordinal);
        Assert.Contains($"Ordine {other.Number}, messaggio in chat: WindowClosed", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/desk/health", mail.Text, StringComparison.Ordinal);

        await mailbox.FailAsync("permanent", int.MaxValue, "silent3@example.com");
        await new Merchant(shop).ShipAsync(later.Number);
        await shop.PassAsync(TimeSpan.FromMinutes(30));
        Assert.Single(await ToldAsync(mailbox));
        await shop.PassAsync(TimeSpan.FromMinutes(31));
        var second = (await ToldAsync(mailbox))[^1];
        Assert.Contains($"Ordine {later.Number}, mail: Smtp: refused for good", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(one.Number.Value, second.Text, StringComparison.Ordinal);
        Assert.Equal(2, (await ToldAsync(mailbox)).Count);
        await shop.RestartAsync();
        await shop.PassAsync(TimeSpan.FromMinutes(90));
        // The simulator's mailbox is new with the process: nothing is told a second time.
        Assert.Empty(await ToldAsync(mailbox));
    }

    private static async Task<IReadOnlyList<SeenMail>> ToldAsync(TestMailbox mailbox) =>
        [.. (await mailbox.OfAsync(TestMailbox.Merchant)).Where(mail => mail.Subject.StartsWith(Subject, StringComparison.Ordinal))];

    private static async Task ShipUnheardAsync(ShopHost shop, Order order, string who)
    {
        using var moved = await shop.Simulators.PostAsJsonAsync(
            $"/simulator/messenger/shoppers/{who}/window", new { lastActionHoursAgo = 25 });
        moved.EnsureSuccessStatusCode();
        await new Merchant(shop).ShipAsync(order.Number);
        await shop.SettleAsync();
    }

    private static async Task<Order> PaidAsync(ShopHost shop, string who)
    {
        await new Play(shop, "it_IT").RunAsync(Shopping.Orders(who, "Pesto") + "pays: success\nbot: RECEIPT\nbot: Pagamento ricevuto");
        return new Merchant(shop).OrderOf($"{who}@example.com");
    }
}
