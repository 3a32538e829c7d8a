using System.Net;
using System.Security.Principal;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class CloudAdapterTests
{
    private readonly CloudAdapter _adapter = new();
    private readonly List<string> _ids = [];

    [Fact]
    public async Task A_message_is_answered_through_the_connector()
    {
        await using var channel = await FakeConnector.Start(
            _adapter,
            async (turn, token) =>
            {
                Assert.Equal("anonymous", turn.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey).AuthenticationType);
                var responses = await turn.SendActivitiesAsync(
                    [
                        MessageFactory.Text("one"),
                        new Activity(ActivityTypes.Typing),
                        new Activity(ActivityTypesEx.Delay) { Value = 1 },
                        MessageFactory.Text("two"),
                    ],
                    token);
                _ids.AddRange(responses.Select(response => response.Id));
            }
        );
        using var answer = await channel.Post(channel.Activity());
        Assert.Equal((HttpStatusCode.OK, string.Empty), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(["out1", "", "", "out3"], _ids);
        Assert.All(
            channel.Calls,
            call =>
                Assert.Equal(
                    ("POST", "/v3/conversations/c%201%7Clivechat/activities/in1", string.Empty),
                    (call.Method, call.Path, call.Authorization)));
        var first = JsonDocument.Parse(channel.Calls.First().Body).RootElement;
        Assert.Equal(
            ("one", "u", false),
            (
                first.GetProperty("text").GetString(), first.GetProperty("recipient").GetProperty("id").GetString(),
                first.TryGetProperty("id", out _)));
    }

    [Fact]
    public async Task A_sent_message_can_be_changed_and_a_refusal_says_what_the_channel_said()
    {
        var refusals = new List<HttpStatusCode?>();
        await using var channel = await FakeConnector.Start(
            _adapter,
            async (turn, token) =>
            {
                var sent = await turn.SendActivityAsync("one", cancellationToken: token);
                await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "uno" }, token);
                refusals.Add((await Assert.ThrowsAsync<ErrorResponseException>(() => turn.DeleteActivityAsync(sent.Id, token))).StatusCode);
                var lost = await Assert.ThrowsAsync<ErrorResponseException>(() =>
                    turn.SendActivityAsync("nothing here", cancellationToken: token));
                refusals.Add(lost.StatusCode);
                Assert.Equal("ConversationNotFound", lost.Body!.Error!.Code);
            }
        );
        using var answer = await channel.Post(channel.Activity());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal([HttpStatusCode.NotImplemented, HttpStatusCode.NotFound], refusals);
        var put = channel.Calls.ElementAt(1);
        Assert.Equal(("PUT", "/v3/conversations/c%201%7Clivechat/activities/out1"), (put.Method, put.Path));
        Assert.Equal("out1", JsonDocument.Parse(put.Body).RootElement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Expected_replies_come_in_the_answer()
    {
        await using var channel = await FakeConnector.Start(
            _adapter,
            (turn, token) => turn.SendActivityAsync("hi", cancellationToken: token));
        using var answer = await channel.Post(channel.Activity(more: ""","deliveryMode":"expectReplies" """));
        var replies = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("activities");
        Assert.Equal("hi", Assert.Single(replies.EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task An_invoke_gets_its_answer_and_501_when_there_is_none()
    {
        await using var channel = await FakeConnector.Start(
            _adapter,
            (turn, token) =>
                turn.Activity.Name == "ask"
                    ? turn.SendActivityAsync(
                        new Activity(ActivityTypesEx.InvokeResponse)
                        {
                            Value = new InvokeResponse { Status = 202, Body = new { ok = true } },
                        },
                        token)
                    : Task.CompletedTask);
        using var answered = await channel.Post(channel.Activity("invoke", ""","name":"ask" """));
        using var unanswered = await channel.Post(channel.Activity("invoke", ""","name":"other" """));
        Assert.Equal((HttpStatusCode.Accepted, """{"ok":true}"""), (answered.StatusCode, await answered.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotImplemented, unanswered.StatusCode);
        Assert.Empty(channel.Calls);
    }

    [Fact]
    public async Task Strangers_are_turned_away_by_the_right_status()
    {
        await using var channel = await FakeConnector.Start(_adapter, (_, _) => Task.CompletedTask);
        foreach (
            var broken in new[]
            {
                string.Empty,
                "hello",
                "{}",
                "[]",
                """{"type":"message","from":null}""",
                channel.Activity().Replace("\"from\":{\"id\":\"u\"}", "\"from\":null", StringComparison.Ordinal),
            }
        )
            using (var answer = await channel.Post(broken))
                Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using (var answer = await channel.Post(channel.Activity(), "Bearer garbage"))
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using (var answer = await channel.Http.GetAsync(channel.Address + "/api/messages"))
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("ping")]
    [InlineData("contactRelationUpdate")]
    [InlineData("deleteUserData")]
    [InlineData("conversationUpdate")]
    [InlineData("event")]
    [InlineData("message")]
    public async Task Whatever_a_tester_sends_from_the_menu_is_taken(string type)
    {
        await using var channel = await FakeConnector.Start(_adapter, new ActivityHandler().OnTurnAsync);
        using var answer = await channel.Post(
            channel.Activity(type, ""","membersRemoved":[{"id":"x"}],"name":"tokens/response","action":"add" """));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_bot_can_speak_first()
    {
        await using var channel = await FakeConnector.Start(_adapter, (_, _) => Task.CompletedTask);
        var reference = SchemaJson.ReadActivity(System.Text.Encoding.UTF8.GetBytes(channel.Activity()))!.GetConversationReference();
        reference.ActivityId = null;
        await _adapter.ContinueConversationAsync(
            string.Empty, reference,
            (turn, token) => turn.SendActivityAsync("notice", cancellationToken: token), default);
        await _adapter.CreateConversationAsync(
            string.Empty, Microsoft.Bot.Connector.Channels.Emulator, channel.Address + "/_connector", null!,
            new ConversationParameters { Members = [new ChannelAccount("u")] },
            (turn, token) => turn.SendActivityAsync("hello, new one", cancellationToken: token), default);
        Assert.Equal(
            ["/v3/conversations/c%201%7Clivechat/activities", "/v3/conversations", "/v3/conversations/out2/activities"],
            channel.Calls.Select(call => call.Path));
    }

    [Fact]
    public void With_an_app_id_it_says_that_it_cannot_yet()
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("MicrosoftAppId", "an-id")]).Build();
        var refused = Assert.Throws<NotSupportedException>(() => new CloudAdapter(settings));
        Assert.Contains("MicrosoftAppId", refused.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => new ConnectorClient(new Uri("http://127.0.0.1:1"), "an-id", "secret"));
    }
}
