using System.Collections.Concurrent;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Orders;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>A turn may run twice, its effect may not; and whatever a turn does, its lane goes on.</summary>
public sealed class TurnTests
{
    private static readonly Sku Mug = new("mug-1");

    private readonly Notes _notes = new();

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_once()
    {
        await using var shop = await ShopHost.WithEchoAsync();
        var anna = await Chat.OpenAsync(shop, "anna");
        await new Trouble(shop).SetAsync(new { webhooks = "duplicate" });

        Assert.Equal("1 ciao", Assert.Single(await anna.SayAsync("ciao")).Text);
        Assert.Equal("2 ciao", Assert.Single(await anna.SayAsync("ciao")).Text);
    }

    [Fact]
    public async Task One_conversation_is_handled_in_order_and_waits_for_no_other()
    {
        var slow = new TaskCompletionSource();
        await using var shop = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            if (turn.Activity.Text == "slow")
                await slow.Task;
            _notes.Add(turn.Activity.Text);
            if (turn.Activity.Text == "b1")
                slow.SetResult();
            await turn.SendActivityAsync(turn.Activity.Text!, cancellationToken: cancellationToken);
        });
        var (anna, bruno) = (await Chat.OpenAsync(shop, "anna"), await Chat.OpenAsync(shop, "bruno"));
        await anna.SendAsync("say", new { text = "slow" });
        for (var i = 1; i <= 5; i++)
            await anna.SendAsync("say", new { text = $"a{i}" });
        await bruno.SayAsync("b1");

        Assert.Equal(["b1", "slow", "a1", "a2", "a3", "a4", "a5"], _notes.Lines);
        Assert.Equal(["slow", "a1", "a2", "a3", "a4", "a5"], (await anna.HearAsync()).Select(reply => reply.Text));
    }

    [Fact]
    public async Task A_turn_that_met_another_runs_again_on_what_is_there_now_and_makes_the_same_ids()
    {
        var both = new Barrier(2);
        var ids = new ConcurrentDictionary<string, ConcurrentBag<string>>();
        var firstRuns = new ConcurrentDictionary<string, bool>();
        await using var shop = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            var pieces = await AddAsync(turn, cancellationToken);
            if (firstRuns.TryAdd(turn.Activity.From.Id, true))
                await Task.Run(() => both.SignalAndWait(TestTimeouts.Hang), cancellationToken);
            var sent = await turn.SendActivityAsync($"{pieces}", cancellationToken: cancellationToken);
            var order = turn.TurnState.Get<IOrderStore>().NewOrderId();
            ids.GetOrAdd(turn.Activity.From.Id, _ => []).Add($"{sent.Id} {order}");
        });
        var (anna, bruno) = (await Chat.OpenAsync(shop, "anna"), await Chat.OpenAsync(shop, "bruno"));
        await anna.SendAsync("say", new { text = "uno" });
        await bruno.SendAsync("say", new { text = "uno" });

        string[] received = [.. (await anna.HearAsync()).Concat(await bruno.HearAsync()).Select(reply => reply.Text!)];
        Assert.Equal(["1", "2"], received.Order());
        Assert.Equal(3, ids.Values.Sum(runs => runs.Count));
        Assert.All(ids.Values, runs => Assert.Single(runs.Distinct()));
    }

    [Fact]
    public async Task A_hundred_changes_of_one_cart_from_two_conversations_are_a_hundred()
    {
        await using var shop = await ShopHost.WithBotAsync(
            (turn, cancellationToken) => AddAsync(turn, cancellationToken, mostPerLine: false));
        var chats = new[] { await Chat.OpenAsync(shop, "anna"), await Chat.OpenAsync(shop, "bruno") };
        await Task.WhenAll(chats.Select(async chat =>
        {
            for (var i = 0; i < 50; i++)
                await chat.SendAsync("say", new { text = $"{i}" });
        }));
        await shop.SettleAsync();

        using var session = shop.Get<Database>().OpenSession();
        var query = session["SELECT version FROM cart"];
        Assert.True(query.Step());
        Assert.Equal(100, query.Int64(0));
        query.Reset();
    }

    [Fact]
    public async Task A_turn_that_never_commits_for_others_ends_in_an_error_reply()
    {
        ShopHost? here = null;
        var runs = 0;
        await using var shop = here = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            if (turn.Activity.Text == "altro")
            {
                await turn.SendActivityAsync("eccomi", cancellationToken: cancellationToken);
                return;
            }

            runs++;
            await AddAsync(turn, cancellationToken);
            if (turn.Activity.Text == "prima")
                return;
            using var session = here!.Get<Database>().OpenSession();
            session.Run("UPDATE cart SET version = version + 1000");
            await turn.SendActivityAsync("mai", cancellationToken: cancellationToken);
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("prima");
        await anna.SayAsync("uno");
        await shop.PassAsync(TimeSpan.FromSeconds(10));

        Assert.DoesNotContain("mai", await anna.TranscriptAsync(), StringComparison.Ordinal);
        Assert.Single(await anna.HearAsync());
        Assert.Equal("eccomi", (await anna.SayAsync("altro"))[^1].Text);
        Assert.Equal(1 + (3 * 21), runs);
        Assert.Single(Kept.DeadRows(shop));
    }

    [Fact]
    public async Task A_turn_that_throws_is_tried_three_times_then_the_shopper_hears_sorry_and_the_conversation_goes_on()
    {
        await using var shop = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            _notes.Add(turn.Activity.Text);
            await turn.SendActivityAsync($"eco {turn.Activity.Text}", cancellationToken: cancellationToken);
            await AddAsync(turn, cancellationToken);
            if (turn.Activity.Text == "rotto")
                throw new InvalidOperationException("broken");
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SendAsync("say", new { text = "rotto" });
        await anna.SayAsync("dopo");
        Assert.Equal(["rotto"], _notes.Lines);
        Assert.Empty(anna.Replies);
        await shop.PassAsync(TimeSpan.FromSeconds(10));

        Assert.Equal(["rotto", "rotto", "rotto", "dopo"], _notes.Lines);
        var received = await anna.HearAsync();
        Assert.Equal(2, received.Count);
        Assert.DoesNotContain("eco", received[0].Words, StringComparison.Ordinal);
        Assert.Equal("eco dopo", received[1].Text);
        Assert.StartsWith("InvalidOperationException", Assert.Single(Kept.DeadRows(shop)), StringComparison.Ordinal);
        Assert.Equal(1, CartVersion(shop));
    }

    [Fact]
    public async Task A_turn_that_threw_once_and_then_does_not_leaves_no_trace_of_the_first_try()
    {
        var runs = 0;
        await using var shop = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            await turn.SendActivityAsync("eco", cancellationToken: cancellationToken);
            await AddAsync(turn, cancellationToken);
            if (++runs == 1)
                throw new InvalidOperationException("once");
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("ciao");
        await shop.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal("eco", Assert.Single(await anna.HearAsync()).Text);
        Assert.Equal(1, CartVersion(shop));
        Assert.Empty(Kept.DeadRows(shop));
    }

    private static async Task<int> AddAsync(ITurnContext turn, CancellationToken cancellationToken, bool mostPerLine = true)
    {
        var orders = turn.TurnState.Get<IOrderStore>();
        var cart = await orders.CartAsync(Some.Anna, cancellationToken);
        var pieces = mostPerLine ? cart.Pieces + 1 : 1;
        orders.Save(cart with { Lines = [new CartLine(Mug, pieces, Some.Eur(100), "Tazza")] });
        return pieces;
    }

    private static long CartVersion(ShopHost shop) => Kept.Ask(shop, "SELECT coalesce(max(version), 0) FROM cart");
}
