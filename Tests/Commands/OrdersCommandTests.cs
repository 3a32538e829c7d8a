using System.Net.Http.Json;
using CommerceBot.Orders;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Commands;

public sealed class OrdersCommandTests
{
    [LongFact]
    public async Task The_merchant_sees_orders_and_everything_about_one()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        var list = await Run.BesideAsync(host, "orders", "list");
        Assert.True(list.Code == 0, list.ToString());
        Assert.Contains(order.Number.Value, list.Out, StringComparison.Ordinal);
        Assert.Contains(
            order.Number.Value, (await Run.BesideAsync(host, "orders", "list", "--state", "paid")).Out, StringComparison.Ordinal);
        Assert.Contains("No orders.", (await Run.BesideAsync(host, "orders", "list", "--state", "Shipped")).Out, StringComparison.Ordinal);
        var show = await Run.BesideAsync(host, "orders", "show", order.Number.Value.ToUpperInvariant());
        Assert.True(show.Code == 0, show.ToString());
        foreach (var fact in new[] { "Paid", "anna@example.com", "Via Roma 1", "Tazza", "Corriere" })
            Assert.Contains(fact, show.Out, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task A_parcel_on_its_way_is_told_to_the_shopper()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, anna) = await host.WithOrderAsync(OrderState.Paid);
        var shipped = await Run.BesideAsync(host, "orders", "ship", order.Number.Value, "--tracking", "RR123[x]IT");
        Assert.True(shipped.Code == 0, shipped.ToString());
        Assert.Contains("shipped", shipped.Out, StringComparison.Ordinal);
        Assert.Contains("The shopper is told in the chat and by mail.", shipped.Out, StringComparison.Ordinal);
        Assert.Equal((OrderState.Shipped, "RR123[x]IT"), (host.Find(order.Id).State, host.Find(order.Id).Tracking));
        Assert.Contains("RR123[x]IT", Assert.Single(await anna.HearAsync()).Words, StringComparison.Ordinal);

        var delivered = await Run.BesideAsync(host, "orders", "deliver", order.Number.Value);
        Assert.True(delivered.Code == 0, delivered.ToString());
        Assert.Equal(OrderState.Delivered, host.Find(order.Id).State);
        Assert.Single(await anna.HearAsync());

        var again = await Run.BesideAsync(host, "orders", "deliver", order.Number.Value);
        Assert.True(again.Code == 0, again.ToString());
        Assert.Empty(await anna.HearAsync());
    }

    [LongFact]
    public async Task A_paid_order_is_not_cancelled_without_a_refund()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, anna) = await host.WithOrderAsync(OrderState.Paid);
        var said = await Run.BesideAsync(host, "orders", "cancel", order.Number.Value);
        Assert.True(said.Code == 1, said.ToString());
        Assert.Contains("refund", said.Errors, StringComparison.Ordinal);
        Assert.Equal(OrderState.Paid, host.Find(order.Id).State);
        Assert.Empty(await anna.HearAsync());
    }

    [LongFact]
    public async Task An_order_that_nobody_paid_is_cancelled_and_the_shopper_told()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, anna) = await host.WithOrderAsync(OrderState.AwaitingPayment);
        var said = await Run.BesideAsync(host, "orders", "cancel", order.Number.Value);
        Assert.True(said.Code == 0, said.ToString());
        Assert.Equal(OrderState.Cancelled, host.Find(order.Id).State);
        Assert.NotEmpty(await anna.HearAsync());
    }

    [LongFact]
    public async Task A_notice_that_comes_too_late_is_a_dead_letter_that_the_order_shows()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, anna) = await host.WithOrderAsync(OrderState.Paid);
        using var closed = await host.Simulators.PostAsJsonAsync(
            $"/simulator/messenger/shoppers/{anna.User}/window", new { lastActionHoursAgo = 25 }
        );
        closed.EnsureSuccessStatusCode();
        var shipped = await Run.BesideAsync(host, "orders", "ship", order.Number.Value);
        Assert.True(shipped.Code == 0, shipped.ToString());
        Assert.Contains("The shopper is told by mail, and not in the chat: WindowClosed", shipped.Out, StringComparison.Ordinal);
        var shown = (await Run.BesideAsync(host, "orders", "show", order.Number.Value)).Out;
        Assert.Contains("could not be told in the chat", shown, StringComparison.Ordinal);
        Assert.Contains("Mail Shipped: sent", shown, StringComparison.Ordinal);

        var letters = await Run.BesideAsync(host, "dead-letters", "list");
        Assert.True(letters.Code == 0, letters.ToString());
        var id = letters
            .Out.Split(['│', '|', ' '], StringSplitOptions.RemoveEmptyEntries)
            .First(word => word.StartsWith("out-", StringComparison.Ordinal));
        var letter = await Run.BesideAsync(host, "dead-letters", "show", id);
        Assert.Contains("2018278", letter.Out, StringComparison.Ordinal);

        using var open = await host.Simulators.PostAsJsonAsync(
            $"/simulator/messenger/shoppers/{anna.User}/window", new { lastActionHoursAgo = 0 }
        );
        open.EnsureSuccessStatusCode();
        var replayed = await Run.BesideAsync(host, "dead-letters", "replay", id);
        Assert.True(replayed.Code == 0, replayed.ToString());
        Assert.Contains("now", replayed.Out, StringComparison.Ordinal);
        Assert.Single(await anna.HearAsync());
        Assert.Contains("No dead letters.", (await Run.BesideAsync(host, "dead-letters", "list")).Out, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task Whoever_gets_neither_message_nor_mail_is_not_told_and_the_command_says_so()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, anna) = await host.WithOrderAsync(OrderState.Paid);
        using var closed = await host.Simulators.PostAsJsonAsync(
            $"/simulator/messenger/shoppers/{anna.User}/window", new { lastActionHoursAgo = 25 });
        closed.EnsureSuccessStatusCode();
        using var refused = await host.Simulators.PutAsJsonAsync("/simulator/mail/control", new { fault = "permanent-recipient" });
        refused.EnsureSuccessStatusCode();
        var shipped = await Run.BesideAsync(host, "orders", "ship", order.Number.Value);
        Assert.True(shipped.Code == 3, shipped.ToString());
        Assert.Contains("could not be told: WindowClosed", shipped.Out, StringComparison.Ordinal);
        Assert.Contains("by mail: Smtp: refused for good (RecipientNotAccepted): 550", shipped.Out, StringComparison.Ordinal);
        Assert.Contains(
            "Mail Shipped: not sent", (await Run.BesideAsync(host, "orders", "show", order.Number.Value)).Out, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task Nobody_ships_while_the_shop_is_closed()
    {
        await using var host = await ShopHost.StartAsync();
        var (order, _) = await host.WithOrderAsync(OrderState.Paid);
        await host.CloseAsync();
        var said = await Run.OnAsync(host.Folder, "orders", "ship", order.Number.Value);
        Assert.True(said.Code == 1, said.ToString());
        Assert.Contains("not running", said.Errors, StringComparison.Ordinal);
        var show = await Run.OnAsync(host.Folder, "orders", "show", order.Number.Value);
        Assert.True(show.Code == 0, show.ToString());
        Assert.Contains("Paid", show.Out, StringComparison.Ordinal);
    }

    [LongFact]
    public async Task A_message_that_broke_the_bot_is_shown_without_its_words_and_tried_again()
    {
        var broken = true;
        await using var host = await ShopHost.WithBotAsync(
            (turn, cancellationToken) =>
                broken
                    ? throw new InvalidOperationException($"broken by {turn.Activity.Text}")
                    : turn.SendActivityAsync("fatto", cancellationToken: cancellationToken));
        var anna = await Flows.Support.Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.SayAsync("segreto");
        await host.PassAsync(TimeSpan.FromSeconds(10));
        await anna.HearAsync();
        var letters = await Run.BesideAsync(host, "dead-letters", "list");
        Assert.Contains("InvalidOperationException", letters.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("segreto", letters.Out, StringComparison.Ordinal);
        var id = letters
            .Out.Split(['│', '|', ' '], StringSplitOptions.RemoveEmptyEntries)
            .First(word => word.StartsWith("in-", StringComparison.Ordinal));
        broken = false;
        Assert.Equal(0, (await Run.BesideAsync(host, "dead-letters", "replay", id)).Code);
        await host.StepAsync(TimeSpan.FromSeconds(1));
        Assert.Equal("fatto", Assert.Single(await anna.HearAsync()).Text);
        Assert.Contains("No dead letters.", (await Run.BesideAsync(host, "dead-letters", "list")).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await Run.BesideAsync(host, "dead-letters", "replay", id)).Code);
    }
}
