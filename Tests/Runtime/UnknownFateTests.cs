using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>A message of which nobody knows whether it left: its echo tells, and only where none comes is it sent again.</summary>
public sealed class UnknownFateTests : IAsyncLifetime
{
    private TaskCompletionSource _begun = new();
    private TaskCompletionSource _gate = Open();
    private ShopHost _shop = null!;
    private Chat _anna = null!;
    private Trouble _trouble = null!;

    public async ValueTask InitializeAsync()
    {
        _shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            SimulatorsApart = true,
            Bot = all =>
            {
                var echo = new EchoBot(all.GetRequiredService<ConversationState>());
                return new DelegateBot(async (turn, cancellationToken) =>
                {
                    _begun.TrySetResult();
                    await _gate.Task;
                    await echo.OnTurnAsync(turn, cancellationToken);
                });
            },
        });
        _anna = await Chat.OpenAsync(_shop, "anna");
        _trouble = new Trouble(_shop);
        await _anna.SayAsync("prima");
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Theory]
    [InlineData("unsure")]
    [InlineData("cut")]
    public async Task An_echo_that_came_in_time_means_sent(string lost)
    {
        await _trouble.SetAsync(new { loseAnswer = lost });
        await _anna.SayAsync("seconda");
        await _shop.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await ReceivedAsync("2 seconda"));
    }

    [Fact]
    public async Task An_echo_that_came_before_the_answer_was_given_up_means_sent()
    {
        await _trouble.SetAsync(new { loseAnswer = "hang" });
        await _anna.SendAsync("say", new { text = "seconda" });
        await EventuallyAsync(async () =>
            await ReceivedAsync("2 seconda") == 1 && !(await WebhooksAsync()).Contains("message_echoes", StringComparison.Ordinal));
        await _shop.StepAsync(TimeSpan.FromSeconds(11));
        await _shop.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await ReceivedAsync("2 seconda"));
        Assert.Equal(0, Kept.Ask(_shop, "SELECT count(*) FROM outbox WHERE state = 0"));
    }

    [Fact]
    public async Task Without_an_echo_in_fifteen_seconds_it_is_sent_again()
    {
        await SendWithoutEchoAsync();
        Assert.Equal(1, await ReceivedAsync("2 seconda"));
        await _shop.StepAsync(TimeSpan.FromSeconds(14.9));
        Assert.Equal(1, await ReceivedAsync("2 seconda"));
        await _shop.StepAsync(TimeSpan.FromSeconds(0.2));

        Assert.Equal(2, await ReceivedAsync("2 seconda"));
        Assert.Equal(0, Kept.Ask(_shop, "SELECT count(*) FROM outbox WHERE state = 0"));
    }

    [Fact]
    public async Task A_later_message_waits_for_the_one_of_unknown_fate()
    {
        await SendWithoutEchoAsync();
        await _trouble.EndAsync();
        await _anna.SayAsync("terza");
        Assert.Equal(0, await ReceivedAsync("3 terza"));
        await _shop.PassAsync(TimeSpan.FromSeconds(16));

        Assert.Equal(1, await ReceivedAsync("3 terza"));
        Assert.EndsWith("bot: 3 terza", await _anna.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_a_stop_while_the_answer_is_awaited_the_echo_still_decides(bool crash)
    {
        await HangAsync();
        await StopAndStartAsync(crash);
        await _shop.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(1, await ReceivedAsync("2 seconda"));
        Assert.Equal(0, Kept.Ask(_shop, "SELECT count(*) FROM outbox WHERE state = 0"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shop_that_never_lives_for_long_sends_it_again_after_two_minutes_in_all(bool crash)
    {
        await SendWithoutEchoAsync();
        foreach (var seconds in (int[])[14, 20, 30, 40, 11])
        {
            await _shop.StepAsync(TimeSpan.FromSeconds(seconds));
            await StopAndStartAsync(crash);
            Assert.Equal(1, await ReceivedAsync("2 seconda"));
        }

        await _shop.StepAsync(TimeSpan.FromSeconds(4.9));
        Assert.Equal(1, await ReceivedAsync("2 seconda"));
        await _shop.StepAsync(TimeSpan.FromSeconds(0.2));

        Assert.Equal(2, await ReceivedAsync("2 seconda"));
        Assert.Equal(0, Kept.Ask(_shop, "SELECT count(*) FROM outbox WHERE state = 0"));
    }

    [Fact]
    public async Task Time_in_which_the_shop_was_down_is_no_time_in_which_the_echo_could_have_come()
    {
        await SendWithoutEchoAsync();
        await _shop.StepAsync(TimeSpan.FromSeconds(5));
        await _shop.CloseAsync();
        await _shop.JumpAsync(TimeSpan.FromHours(1));
        await _shop.OpenAsync();
        await _shop.SetClockAsync(TimeSpan.FromHours(1));
        await _shop.StepAsync(TimeSpan.FromSeconds(59));
        Assert.Equal(1, await ReceivedAsync("2 seconda"));
        await _shop.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(2, await ReceivedAsync("2 seconda"));
    }

    /// <summary>Each try that met nobody doubles the pause: the echo of a message 40 seconds old may be 40 seconds away.</summary>
    [Fact]
    public async Task After_a_restart_the_echo_is_waited_for_as_long_as_the_message_is_old()
    {
        await SendWithoutEchoAsync();
        await _shop.CloseAsync();
        await _shop.JumpAsync(TimeSpan.FromSeconds(29));
        await _shop.OpenAsync();
        await _shop.SetClockAsync(TimeSpan.FromSeconds(29));
        await _shop.StepAsync(TimeSpan.FromSeconds(39));
        Assert.Equal(1, await ReceivedAsync("2 seconda"));
        await _shop.StepAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(2, await ReceivedAsync("2 seconda"));
    }

    [Fact]
    public async Task A_second_send_of_unknown_fate_is_waited_for_as_long_as_the_first()
    {
        await SendWithoutEchoAsync();
        await _shop.StepAsync(TimeSpan.FromSeconds(10));
        await StopAndStartAsync(crash: true);
        await _trouble.SetAsync(new { webhooks = "drop", loseAnswer = "hang" });
        await _shop.JumpAsync(TimeSpan.FromSeconds(22));
        await EventuallyAsync(async () => await ReceivedAsync("2 seconda") == 2);
        await _shop.StepAsync(TimeSpan.FromSeconds(11));
        await StopAndStartAsync(crash: true);
        await _shop.StepAsync(TimeSpan.FromSeconds(40));

        Assert.Equal(2, await ReceivedAsync("2 seconda"));
    }

    [Fact]
    public async Task What_is_known_not_to_have_left_is_sent_at_once_after_a_crash_in_its_pause()
    {
        await _trouble.SetAsync(new { failSends = new { code = 2, status = 500, times = 1 } });
        await _anna.SayAsync("seconda");
        Assert.Equal(0, await ReceivedAsync("2 seconda"));
        await _shop.CrashAsync();
        await _shop.StepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(1, await ReceivedAsync("2 seconda"));
    }

    private async Task SendWithoutEchoAsync()
    {
        (_begun, _gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        await _anna.SendAsync("say", new { text = "seconda" });
        await _begun.Task;
        // The message is in; from here on webhooks are lost, and with them the echo.
        await _trouble.SetAsync(new { webhooks = "drop", loseAnswer = "hang" });
        _gate.SetResult();
        await EventuallyAsync(async () => await ReceivedAsync("2 seconda") == 1);
        await _shop.StepAsync(TimeSpan.FromSeconds(11));
    }

    private async Task HangAsync()
    {
        await _trouble.SetAsync(new { loseAnswer = "hang" });
        await _anna.SendAsync("say", new { text = "seconda" });
        await EventuallyAsync(async () => await ReceivedAsync("2 seconda") == 1);
    }

    private async Task StopAndStartAsync(bool crash)
    {
        if (crash)
            await _shop.CrashAsync();
        else
            await _shop.RestartAsync();
    }

    private async Task<int> ReceivedAsync(string text) => (await _anna.TranscriptAsync()).Split($"bot: {text}").Length - 1;

    private Task<string> WebhooksAsync() => _shop.Simulators.GetStringAsync(new Uri("/simulator/messenger/webhooks", UriKind.Relative));

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (!await isSo())
            await Task.Delay(20, patience.Token);
    }
}
