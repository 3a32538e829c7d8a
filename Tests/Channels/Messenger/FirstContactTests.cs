using System.Collections.Concurrent;
using System.Net.Http.Json;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Xunit;

namespace CommerceBot.Tests.Channels.Messenger;

public sealed class FirstContactTests
{
    private readonly ConcurrentQueue<string> _received = new();

    [Theory]
    [InlineData("full", "Anna it-IT")]
    [InlineData("empty", "? ?")]
    [InlineData("unavailable", "? ?")]
    public async Task The_greeting_knows_what_Messenger_tells_about_a_person(string profile, string known)
    {
        await using var host = await ShopHost.WithBotAsync(HearAsync);
        await SwitchAsync(host, new { profile });
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.GetStartedAsync();
        Assert.Equal([known], _received);
        await anna.SayAsync("ciao");
        Assert.Equal([known, known], _received);
        await host.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(2, _received.Count);
    }

    [Fact]
    public async Task The_greeting_waits_two_seconds_for_a_late_profile_and_no_longer()
    {
        await using var host = await ShopHost.WithBotAsync(HearAsync);
        var anna = await BeginAsync(host, "get-started");
        await host.JumpAsync(TimeSpan.FromMilliseconds(1900));
        Assert.Empty(_received);
        await host.JumpAsync(TimeSpan.FromMilliseconds(200));
        await Rows.UntilAsync(() => _received.Count == 1);
        await ProfileComesAsync(host);
        await anna.SayAsync("ciao");
        Assert.Equal(["? ?", "Anna it-IT"], _received);
    }

    [Fact]
    public async Task A_first_message_that_is_no_greeting_waits_as_long_and_no_later_one_does()
    {
        await using var host = await ShopHost.WithBotAsync(HearAsync);
        var anna = await BeginAsync(host, "say", new { text = "avete un caffè?" });
        await host.JumpAsync(TimeSpan.FromMilliseconds(1900));
        Assert.Empty(_received);
        await host.JumpAsync(TimeSpan.FromMilliseconds(200));
        await Rows.UntilAsync(() => _received.Count == 1);
        await anna.SendAsync("say", new { text = "ci siete?" });
        await Rows.UntilAsync(() => _received.Count == 2);
        await ProfileComesAsync(host);
        await anna.SayAsync("ciao");
        Assert.Equal(["? ?", "? ?", "Anna it-IT"], _received);
    }

    [Fact]
    public async Task What_is_said_first_arrives_whole()
    {
        var first = new ConcurrentQueue<Microsoft.Bot.Schema.Activity>();
        await using var host = await ShopHost.WithBotAsync((turn, _) =>
        {
            first.Enqueue(turn.Activity);
            return Task.CompletedTask;
        });
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.SayAsync("avete un caffè?");
        await anna.LikeAsync();
        Assert.All(
            first,
            activity =>
                Assert.Equal(
                    (Microsoft.Bot.Schema.ActivityTypes.Message, anna.Psid, "it-IT"), (activity.Type, activity.From.Id, activity.Locale)));
        Assert.Equal("avete un caffè?", first.First().Text);
        Assert.NotEqual(first.First().Id, first.Last().Id);
        Assert.StartsWith("m_", first.First().Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_said_while_the_first_waits_is_answered_behind_it(bool inTime)
    {
        var said = new ConcurrentQueue<string>();
        await using var host = await ShopHost.WithBotAsync((turn, _) =>
        {
            said.Enqueue($"{turn.Activity.Text} {turn.Activity.Locale ?? "?"}");
            return Task.CompletedTask;
        });
        await SwitchAsync(host, new { profileDelayMilliseconds = inTime ? 1000 : 4000 });
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        for (var i = 1; i <= 12; i++)
            await anna.SendAsync("say", new { text = $"{i}" });
        await Rows.UntilAsync(() => host.Count("inbox WHERE kind = 0 AND handled = 1") == 12);
        Assert.Empty(said);
        await host.JumpAsync(TimeSpan.FromMilliseconds(inTime ? 1000 : 2000));
        await Rows.UntilAsync(() => said.Count == 12);
        await anna.SendAsync("say", new { text = "13" });
        await Rows.UntilAsync(() => said.Count == 13);
        Assert.Equal(Enumerable.Range(1, 13).Select(i => $"{i} {(inTime ? "it-IT" : "?")}"), said);
    }

    [Fact]
    public async Task A_first_message_that_fails_is_apologised_for_once_and_the_next_is_answered()
    {
        await using var host = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            if (turn.Activity.Text == "rotto")
                throw new InvalidOperationException("broken");
            await turn.SendActivityAsync($"eco {turn.Activity.Text}", cancellationToken: cancellationToken);
        });
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.SendAsync("say", new { text = "rotto" });
        await anna.SendAsync("say", new { text = "dopo" });
        await host.PassAsync(TimeSpan.FromSeconds(20));
        var received = await anna.HearAsync();
        Assert.Equal(2, received.Count);
        Assert.Equal("eco dopo", received[1].Text);
    }

    [Fact]
    public async Task A_greeting_that_fails_ends_with_an_error_reply()
    {
        await using var host = await ShopHost.WithBotAsync((_, _) => throw new InvalidOperationException("broken"));
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.GetStartedAsync();
        Assert.Empty(anna.Replies);
        await PassUntilAsync(host, () => host.Count("inbox WHERE handled = 2") > 0 && host.Count("inbox WHERE handled = 0") == 0);
        Assert.NotEmpty(await anna.HearAsync());
    }

    [Fact]
    public async Task Nobody_outside_can_tell_the_bot_who_a_person_is()
    {
        await using var host = await ShopHost.WithBotAsync(HearAsync);
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.GetStartedAsync();
        await anna.SendAsync(
            "event", new
            {
                messaging = new
                {
                    postback = new
                    {
                        mid = "m_forged",
                        title = "x",
                        payload = "messenger/profile",
                    },
                },
            }
        );
        await host.SettleAsync();
        Assert.Equal(["Anna it-IT", "Anna it-IT"], _received);
    }

    private async Task HearAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        _received.Enqueue($"{turn.Activity.From.Name ?? "?"} {turn.Activity.Locale ?? "?"}");
        await turn.SendActivityAsync("sì", cancellationToken: cancellationToken);
    }

    /// <summary>Anna does something while her profile takes four seconds.</summary>
    private static async Task<Chat> BeginAsync(ShopHost host, string verb, object? body = null)
    {
        await SwitchAsync(host, new { profileDelayMilliseconds = 4000 });
        var anna = await Chat.OpenAsync(host, "anna", "Anna Rossi");
        await anna.SendAsync(verb, body);
        await Rows.UntilAsync(() => host.Count("outbox WHERE kind = 'messenger.profile'") == 1);
        return anna;
    }

    private static Task ProfileComesAsync(ShopHost host) =>
        PassUntilAsync(
            host,
            () => host.Count("outbox WHERE kind = 'messenger.profile' AND state = 1") == 1 && host.Count("inbox WHERE handled = 0") == 0);

    private static async Task PassUntilAsync(ShopHost host, Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (!holds())
        {
            await host.JumpAsync(TimeSpan.FromMilliseconds(500));
            await Task.Delay(5, patience.Token);
        }
    }

    private static async Task SwitchAsync(ShopHost host, object switches)
    {
        using var answer = await host.Simulators.PostAsJsonAsync("/simulator/messenger/switches", switches);
        answer.EnsureSuccessStatusCode();
    }
}
