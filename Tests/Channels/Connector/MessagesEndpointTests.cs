using System.Net;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Channels.Connector;

public sealed class MessagesEndpointTests
{
    [Fact]
    public async Task A_tester_is_answered_where_they_are_without_a_token()
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal((HttpStatusCode.OK, ""), await FakeChannel.PostAsync(host, channel.Activity("a1", "hello")));
        await host.SettleAsync();
        var reply = Assert.Single(channel.Calls);
        Assert.Equal(
            ("POST", "/v3/conversations/b5bf7fb0-e92a%7Clivechat/activities/a1", "1 hello", false),
            (reply.Method, reply.Path, reply.Text, reply.Authorized));
        Assert.Equal("theirs-1", host.Text("SELECT channel_id FROM outbox"));
    }

    [Theory]
    [InlineData("""{"type":"message"}""")]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public async Task What_is_no_activity_is_a_bad_request(string body)
    {
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await FakeChannel.PostAsync(host, body)).Status);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Theory]
    [InlineData("\"serviceUrl\":\"https://attacker.example/\"")]
    [InlineData("\"serviceUrl\":\"http://10.0.0.7:3978/\"")]
    [InlineData("\"serviceUrl\":\"http://localhost.attacker.example/\"")]
    [InlineData("\"serviceUrl\":\"http://localhost@attacker.example/\"")]
    [InlineData("\"serviceUrl\":\"file:///etc/passwd\"")]
    [InlineData("\"serviceUrl\":\"/relative\"")]
    [InlineData("\"serviceUrl\":null")]
    [InlineData("\"channelId\":\"facebook\"")]
    [InlineData("\"channelId\":\"Facebook\"")]
    [InlineData("\"channelId\":\"facebook:108\"")]
    [InlineData("\"channelId\":\"order\"")]
    [InlineData("\"channelId\":null")]
    [InlineData("\"conversation\":null")]
    [InlineData("\"conversation\":{}")]
    [InlineData("\"from\":null")]
    [InlineData("\"type\":\"\"")]
    public async Task What_names_no_place_of_this_machine_is_a_bad_request(string wrong)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await FakeChannel.PostAsync(host, channel.Activity("a1", "hello", wrong))).Status);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Origin", "https://attacker.example")]
    [InlineData("Origin", "null")]
    public async Task Who_hides_behind_a_tunnel_or_a_web_page_is_not_answered(string header, string value)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal(
            HttpStatusCode.Forbidden, (await FakeChannel.PostAsync(host, channel.Activity("a1", "hello"), (header, value))).Status);
        Assert.Equal(0, host.Count("inbox"));
    }

    [Fact]
    public async Task A_page_of_this_machine_may_talk_to_the_bot()
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        Assert.Equal(
            HttpStatusCode.OK,
            (await FakeChannel.PostAsync(host, channel.Activity("a1", "hello"), ("Origin", "http://localhost:5000"))).Status);
    }

    [Fact]
    public async Task A_tool_that_only_asks_whether_somebody_is_there_gets_an_answer()
    {
        await using var host = await ShopHost.WithEchoAsync();
        using var head = await host.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/messages"));
        Assert.True((int)head.StatusCode < 500);
    }

    [Theory]
    [InlineData("""{"a":"\ud83d 4242 4242 4242 4242"}""")]
    [InlineData("""{"\ud83d":"4242 4242 4242 4242"}""")]
    [InlineData("\"\\udc00\"")]
    public async Task Half_a_character_in_a_value_breaks_nothing(string value)
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        var (status, _) = await FakeChannel.PostAsync(host, channel.Activity("a1", "hello", $"\"value\":{value}"));
        Assert.True((int)status is 200 or 400, $"{status}");
        await host.SettleAsync();
        Assert.Equal(0, host.Count("inbox WHERE handled <> 1"));
    }

    [Fact]
    public async Task An_activity_without_an_id_is_a_new_one_every_time()
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithEchoAsync();
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await FakeChannel.PostAsync(host, channel.Activity(null, "hello"))).Status);
        for (var i = 0; i < 2; i++)
            Assert.Equal(HttpStatusCode.OK, (await FakeChannel.PostAsync(host, channel.Activity("a1", "again"))).Status);
        await host.SettleAsync();
        Assert.Equal(["1 hello", "2 hello", "3 again"], channel.Texts);
    }

    [Fact]
    public async Task Replies_come_in_the_order_in_which_they_were_said()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            foreach (var number in Enumerable.Range(1, 9))
                await turn.SendActivityAsync($"{turn.Activity.Text}{number}", cancellationToken: cancellationToken);
        });
        await FakeChannel.PostAsync(host, channel.Activity("a1", "a"));
        await FakeChannel.PostAsync(host, channel.Activity("a2", "b"));
        await host.SettleAsync();
        Assert.Equal(from word in new[] { "a", "b" } from number in Enumerable.Range(1, 9) select $"{word}{number}", channel.Texts);
    }

    [Fact]
    public async Task A_message_is_changed_and_taken_back_by_the_channels_own_name_for_it()
    {
        await using var channel = await FakeChannel.EmulatorAsync();
        await using var host = await ShopHost.WithBotAsync(ChangingAsync);
        await FakeChannel.PostAsync(host, channel.Activity("a1", "go"));
        await host.SettleAsync();
        Assert.Equal(
            [("POST", 200), ("PUT", 200), ("DELETE", 200), ("POST", 200)],
            channel.Calls.Select(call => (call.Method, call.Answer)));
        Assert.All(channel.Calls.Skip(1).Take(2), call => Assert.EndsWith("/activities/theirs-1", call.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_channel_cannot_do_is_a_dead_letter_and_holds_nothing_up()
    {
        await using var channel = await FakeChannel.PlaygroundAsync();
        await using var host = await ShopHost.WithBotAsync(async (turn, cancellationToken) =>
        {
            await ChangingAsync(turn, cancellationToken);
            await turn.SendActivityAsync(new Activity(ActivityTypes.Message), cancellationToken);
            await turn.SendActivityAsync(new Activity(ActivityTypes.Event) { Name = "x" }, cancellationToken);
            await turn.SendActivityAsync(Activity.CreateTraceActivity("x", value: "y"), cancellationToken);
            await turn.SendActivityAsync("and still here", cancellationToken: cancellationToken);
        });
        await FakeChannel.PostAsync(host, channel.Activity("a1", "go"));
        await host.SettleAsync();
        Assert.Equal([201, 200, 501, 201, 400, 400, 202, 201], channel.Calls.Select(call => call.Answer));
        Assert.Equal("and still here", channel.Texts.Last());
        Assert.Equal(3, host.Count("outbox WHERE state = 2"));
        Assert.Equal(0, host.Count("outbox WHERE state = 0"));
    }

    private static async Task ChangingAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var sent = await turn.SendActivityAsync("first", cancellationToken: cancellationToken);
        var changed = MessageFactory.Text("second");
        changed.Id = sent!.Id;
        await turn.UpdateActivityAsync(changed, cancellationToken);
        await turn.DeleteActivityAsync(sent.Id!, cancellationToken);
        await turn.SendActivityAsync("third", cancellationToken: cancellationToken);
    }
}
