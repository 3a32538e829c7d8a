using CommerceBot.Runtime;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>What can never be carried out is a dead letter, and holds up nothing for hours.</summary>
public sealed class SenderFaultTests
{
    private readonly Notes _notes = new();

    public static TheoryData<string> InTheRequest =>
        [nameof(ArgumentException), nameof(UriFormatException), nameof(System.Text.Json.JsonException), nameof(NotSupportedException)];

    [Theory, MemberData(nameof(InTheRequest))]
    public async Task A_call_that_is_wrong_itself_is_a_dead_letter_at_once_and_the_conversation_hears_of_it(string kind)
    {
        var calls = new TestCalls
        {
            LastWords = TestCalls.AnswerEvent("gave up"),
            Answer = (row, _) => row.Target == "bad" ? throw Make(kind) : new Outcome.Done(),
        };
        await using var shop = await OpenAsync(calls, "bad", "next");
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");

        Assert.Equal(["bad", "next"], calls.Tried);
        Assert.Contains(kind, Assert.Single(Kept.DeadCalls(shop)), StringComparison.Ordinal);
        Assert.Equal(["gave up"], _notes.Lines);
    }

    [Fact]
    public async Task A_fault_of_ours_is_tried_three_times_within_seconds_and_no_more()
    {
        var calls = new TestCalls { Answer = (_, _) => throw new InvalidOperationException("a shopper's words") };
        await using var shop = await OpenAsync(calls, "one");
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.PassAsync(TimeSpan.FromSeconds(4));

        Assert.Equal(3, calls.Tried.Count);
        var reason = Assert.Single(Kept.DeadCalls(shop));
        Assert.Contains(nameof(InvalidOperationException), reason, StringComparison.Ordinal);
        Assert.DoesNotContain("a shopper's words", reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(IOException))]
    [InlineData(nameof(HttpRequestException))]
    [InlineData(nameof(TimeoutException))]
    public async Task Trouble_of_the_machine_is_waited_out(string kind)
    {
        var calls = new TestCalls { Answer = (_, tries) => tries < 8 ? throw Make(kind) : new Outcome.Done() };
        await using var shop = await OpenAsync(calls, "one");
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(9, calls.Tried.Count);
        Assert.Empty(Kept.DeadCalls(shop));
    }

    [Fact]
    public async Task What_was_tried_until_its_time_was_over_keeps_the_last_reason()
    {
        var calls = new TestCalls { Lives = TimeSpan.FromMinutes(5), Answer = (_, _) => new Outcome.Later("Backoff: code 4") };
        await using var shop = await OpenAsync(calls, "one");
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.PassAsync(TimeSpan.FromMinutes(7));

        Assert.Equal($"Backoff: code 4 Given up after {calls.Tried.Count} tries.", Assert.Single(Kept.DeadCalls(shop)));
    }

    [Theory]
    [InlineData(nameof(IRuntimeStore.PostponeAsync))]
    [InlineData(nameof(IRuntimeStore.ChannelIdAsync))]
    public async Task A_message_of_unknown_fate_is_not_sent_again_before_its_time_because_the_store_fails(string method)
    {
        FlakyStore? store = null;
        var calls = new TestCalls
        {
            Queue = OutboxQueue.Messages,
            Answer = (_, tries) => tries == 0 ? new Outcome.Unknown("lost") : new Outcome.Done(),
        };
        await using var shop = await OpenAsync(calls, services => FlakyStore.PutInto(services, made => store = made), "one");
        store!.Fail(method, 3);
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.StepAsync(TimeSpan.FromSeconds(14));
        Assert.Single(calls.Tried);
        await shop.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(2, calls.Tried.Count);
    }

    private static Exception Make(string kind) => kind switch
    {
        nameof(ArgumentException) => new ArgumentException(kind),
        nameof(UriFormatException) => new UriFormatException(kind),
        nameof(System.Text.Json.JsonException) => new System.Text.Json.JsonException(kind),
        nameof(NotSupportedException) => new NotSupportedException(kind),
        nameof(HttpRequestException) => new HttpRequestException(kind),
        nameof(TimeoutException) => new TimeoutException(kind),
        _ => new IOException(kind),
    };

    private Task<ShopHost> OpenAsync(TestCalls calls, params string[] targets) => OpenAsync(calls, null, targets);

    private Task<ShopHost> OpenAsync(TestCalls calls, Action<IServiceCollection>? lastWord, params string[] targets) =>
        ShopHost.StartAsync(new ShopHostOptions
    {
        Services = services => services.AddSingleton<IOutboxSender>(calls),
        LastWord = lastWord,
        Bot = _ => new DelegateBot((turn, _) =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
                Array.ForEach(targets, target => TestCalls.Ask(turn, target));
            else
                _notes.Add(turn.Activity.Name);
            return Task.CompletedTask;
        }),
    });
}
