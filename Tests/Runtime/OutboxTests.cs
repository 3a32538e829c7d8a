using CommerceBot.Runtime;
using CommerceBot.Runtime.Outbox;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>The outbox is the only retry: in order, as long as it is worth it, and never twice by its own fault.</summary>
public sealed class OutboxTests
{
    private readonly Notes _notes = new();

    [Fact]
    public async Task Calls_of_one_order_wait_for_each_other_and_for_no_other_order()
    {
        var gate = new TaskCompletionSource();
        var calls = new TestCalls { Before = (row, _) => row.Target == "a1" ? gate.Task : Task.CompletedTask };
        await using var shop = await OpenAsync(
            calls,
            turn =>
            {
                TestCalls.Ask(turn, "a1", "a");
                TestCalls.Ask(turn, "a2", "a");
                TestCalls.Ask(turn, "b1", "b");
                calls.Answer = (row, _) =>
                {
                    if (row.Target == "b1")
                        gate.SetResult();
                    return new Outcome.Done();
                };
            }
        );
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");

        Assert.Equal("a2", calls.Tried[^1]);
        Assert.Equal(["a1", "a2", "b1"], calls.Tried.Order());
    }

    [Fact]
    public async Task A_call_that_cannot_be_made_now_is_made_again_after_1_2_4_seconds_and_the_next_waits()
    {
        var calls = new TestCalls
        {
            Answer = (row, tries) => row.Target == "first" && tries < 3 ? new Outcome.Later("busy") : new Outcome.Done(),
        };
        await using var shop = await OpenAsync(
            calls,
            turn =>
            {
                TestCalls.Ask(turn, "first");
                TestCalls.Ask(turn, "second");
            }
        );
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        foreach (var (seconds, tries) in ((int, int)[])[(1, 2), (2, 3), (4, 5)])
        {
            var pause = Backoff.Of(calls.Last, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
            Assert.InRange(pause.TotalSeconds, seconds * Backoff.Least, seconds);
            await shop.StepAsync(pause - TimeSpan.FromMilliseconds(1));
            Assert.Equal(tries - (tries == 5 ? 2 : 1), calls.Tried.Count);
            await shop.StepAsync(TimeSpan.FromMilliseconds(1));
            Assert.Equal(tries, calls.Tried.Count);
        }

        Assert.Equal(["first", "first", "first", "first", "second"], calls.Tried);
        Assert.Equal([0, 1, 2, 3, 0], calls.Attempts);
    }

    [Fact]
    public async Task A_pause_that_the_service_asks_for_is_kept_also_over_a_restart()
    {
        var calls = new TestCalls
        {
            Answer = (_, tries) => tries == 0 ? new Outcome.Later("busy", TimeSpan.FromMinutes(2)) : new Outcome.Done(),
        };
        await using var shop = await OpenAsync(calls, turn => TestCalls.Ask(turn, "one"));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.StepAsync(TimeSpan.FromSeconds(60));
        await shop.RestartAsync();
        await shop.StepAsync(TimeSpan.FromSeconds(59));
        Assert.Single(calls.Tried);
        await shop.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Equal([0, 1], calls.Attempts);
    }

    [Fact]
    public async Task A_call_and_its_answer_end_together_and_the_conversation_hears_of_it()
    {
        var calls = new TestCalls { Answer = (_, _) => new Outcome.Done(Answer: TestCalls.AnswerEvent("fetched")) };
        await using var shop = await OpenAsync(calls, turn => TestCalls.Ask(turn, "one"));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.RestartAsync();

        Assert.Single(calls.Tried);
        Assert.Equal(["message", "fetched"], _notes.Lines);
    }

    [Fact]
    public async Task A_call_that_never_succeeds_is_given_up_and_the_conversation_hears_why_and_the_next_goes_on()
    {
        var calls = new TestCalls
        {
            Lives = TimeSpan.FromMinutes(5),
            LastWords = TestCalls.AnswerEvent("gave up"),
            Answer = (row, _) => row.Target == "hopeless" ? new Outcome.Later("busy") : new Outcome.Done(),
        };
        await using var shop = await OpenAsync(calls, turn => TestCalls.Ask(turn, turn.Activity.Text!));
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("hopeless");
        await shop.PassAsync(TimeSpan.FromMinutes(4));
        await anna.SayAsync("next");
        Assert.DoesNotContain("next", calls.Tried);
        await shop.PassAsync(TimeSpan.FromMinutes(3));

        Assert.Equal(["message", "message", "gave up"], _notes.Lines);
        Assert.Equal("next", calls.Tried[^1]);
    }

    [Fact]
    public async Task A_dead_call_tells_the_conversation_and_frees_the_next()
    {
        var calls = new TestCalls
        {
            Answer = (row, _) => row.Target == "bad" ? new Outcome.Dead("refused", TestCalls.AnswerEvent("refused")) : new Outcome.Done(),
        };
        await using var shop = await OpenAsync(
            calls,
            turn =>
            {
                TestCalls.Ask(turn, "bad");
                TestCalls.Ask(turn, "next");
            }
        );
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");

        Assert.Equal(["bad", "next"], calls.Tried);
        Assert.Equal(["message", "refused"], _notes.Lines);
    }

    [Fact]
    public async Task A_call_of_a_kind_that_nobody_carries_is_a_dead_letter()
    {
        await using var shop = await ShopHost.WithBotAsync(
            (turn, _) =>
            {
                turn.TurnState.Get<ITurnCalls>().Call("balloon", "up", default);
                return Task.CompletedTask;
            }
        );
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");

        Assert.Contains("Nothing carries out 'balloon'", Assert.Single(Kept.DeadCalls(shop)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_is_not_sent_again_because_the_store_could_not_say_so()
    {
        FlakyStore? store = null;
        await using var shop = await ShopHost.StartAsync(
            new ShopHostOptions
            {
                Bot = _ => new DelegateBot(
                    (turn, cancellationToken) => turn.SendActivityAsync("ciao", cancellationToken: cancellationToken)),
                LastWord = services => FlakyStore.PutInto(services, made => store = made),
            }
        );
        var anna = await Chat.OpenAsync(shop, "anna");
        store!.Fail(nameof(IRuntimeStore.CompleteAsync), 2);
        await anna.SayAsync("go");
        await shop.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await anna.TranscriptAsync()).Split("bot: ciao").Length - 1);
    }

    private Task<ShopHost> OpenAsync(TestCalls calls, Action<ITurnContext> onMessage) =>
        ShopHost.StartAsync(
            new ShopHostOptions
            {
                Services = services => services.AddSingleton<IOutboxSender>(calls),
                Bot = _ => new DelegateBot(
                    (turn, _) =>
                    {
                        _notes.Add(turn.Activity.Type == ActivityTypes.Message ? "message" : turn.Activity.Name);
                        if (turn.Activity.Type == ActivityTypes.Message)
                            onMessage(turn);
                        return Task.CompletedTask;
                    }
                ),
            }
        );
}
