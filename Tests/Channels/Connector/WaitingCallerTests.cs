using System.Net;
using System.Text.Json;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Channels.Connector;

/// <summary>Callers who want the answer in the answer: <c>expectReplies</c> and <c>invoke</c>.</summary>
public sealed class WaitingCallerTests
{
    private const string Replies = "\"deliveryMode\":\"expectReplies\"";
    private const string Invoke = "\"type\":\"invoke\",\"name\":\"ask\"";

    [Fact]
    public async Task Expected_replies_come_in_the_answer_and_nowhere_else()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var (status, body) = await FakeChannel.PostAsync(host, channel.Activity("a1", "hello", Replies));
        Assert.Equal((HttpStatusCode.OK, "1 hello"), (status, Assert.Single(TextsIn(body))));
        await host.SettleAsync();
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task A_repeated_question_gets_the_first_answer_again()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var first = await FakeChannel.PostAsync(host, channel.Activity("a1", "hello", Replies));
        Assert.Equal(first, await FakeChannel.PostAsync(host, channel.Activity("a1", "hello", Replies)));
        await host.RestartAsync();
        Assert.Equal(first, await FakeChannel.PostAsync(host, channel.Activity("a1", "hello", Replies)));
        Assert.Equal(1, host.Count("inbox"));
    }

    [Fact]
    public async Task An_invoke_is_answered_with_what_the_bot_answered()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithBotAsync(
            (turn, cancellationToken) =>
                turn.SendActivityAsync(
                    new Activity
                    {
                        Type = ActivityTypesEx.InvokeResponse,
                        Value = new InvokeResponse { Status = 201, Body = new { answer = 42 } },
                    },
                    cancellationToken));
        Assert.Equal((HttpStatusCode.Created, """{"answer":42}"""), await FakeChannel.PostAsync(host, channel.Activity("a1", "", Invoke)));
        Assert.Equal((HttpStatusCode.Created, """{"answer":42}"""), await FakeChannel.PostAsync(host, channel.Activity("a1", "", Invoke)));
        await host.SettleAsync();
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task An_invoke_that_nobody_knows_is_not_implemented()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal(HttpStatusCode.NotImplemented, (await FakeChannel.PostAsync(host, channel.Activity("a1", "", Invoke))).Status);
    }

    [Theory]
    [InlineData(Replies)]
    [InlineData(Invoke)]
    public async Task Nobody_waits_longer_than_fifteen_seconds(string how)
    {
        var go = new TaskCompletionSource();
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithBotAsync((_, cancellationToken) => go.Task.WaitAsync(cancellationToken));
        var asked = FakeChannel.PostAsync(host, channel.Activity("a1", "hello", how));
        await Rows.UntilAsync(() => host.Count("inbox") == 1);
        await host.JumpAsync(TimeSpan.FromSeconds(14));
        Assert.False(asked.IsCompleted);
        await JumpUntilAsync(host, asked);
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await asked).Status);
        go.SetResult();
        await host.SettleAsync();
        var (status, _) = await FakeChannel.PostAsync(host, channel.Activity("a1", "hello", how));
        Assert.Equal(how == Replies ? HttpStatusCode.OK : HttpStatusCode.NotImplemented, status);
    }

    [Fact]
    public async Task A_repeat_is_answered_although_the_first_caller_has_gone()
    {
        var go = new TaskCompletionSource();
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            await go.Task.WaitAsync(cancellationToken);
            await turn.SendActivityAsync("done", cancellationToken: cancellationToken);
        });
        using var gone = new CancellationTokenSource();
        using var content = new StringContent(channel.Activity("a1", "hello", Replies));
        var first = host.Http.PostAsync("/api/messages", content, gone.Token);
        await Rows.UntilAsync(() => host.Count("inbox") == 1);
        var second = FakeChannel.PostAsync(host, channel.Activity("a1", "hello", Replies));
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        go.SetResult();
        Assert.Equal("done", Assert.Single(TextsIn((await second).Body)));
    }

    [Fact]
    public async Task A_turn_that_fails_for_good_answers_with_the_error_reply_alone()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            await turn.SendActivityAsync("half of it", cancellationToken: cancellationToken);
            throw new InvalidOperationException("broken");
        });
        var asked = FakeChannel.PostAsync(host, channel.Activity("a1", "hello", Replies));
        await host.StepUntilAsync(asked, TimeSpan.FromMilliseconds(200));
        var (status, body) = await asked;
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain("half of it", Assert.Single(TextsIn(body)), StringComparison.Ordinal);
        Assert.Equal(1, host.Count("inbox WHERE handled = 2"));
    }

    [Fact]
    public async Task An_invoke_that_fails_for_good_is_a_server_error()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithBotAsync((_, _) => throw new InvalidOperationException("broken"));
        var asked = FakeChannel.PostAsync(host, channel.Activity("a1", "", Invoke));
        await host.StepUntilAsync(asked, TimeSpan.FromMilliseconds(200));
        Assert.Equal(HttpStatusCode.InternalServerError, (await asked).Status);
    }

    /// <summary>For a turn that does not end before the caller's time does.</summary>
    private static async Task JumpUntilAsync(ShopHost host, Task done)
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (!done.IsCompleted)
        {
            await host.JumpAsync(TimeSpan.FromMilliseconds(200));
            await Task.Delay(5, patience.Token);
        }
    }

    private static IEnumerable<string?> TextsIn(string body) =>
        JsonElement.Parse(body).GetProperty("activities").EnumerateArray().Select(activity => activity.GetProperty("text").GetString());
}
