using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class TestFlowTests
{
    [Fact]
    public Task A_conversation_can_be_written_down() => Echoing()
        .Send("hello").AssertReply("you said hello")
        .Test("ciao", "you said ciao")
        .Send("x").AssertReplyContains("said")
        .Send("y").AssertReplyOneOf(["no", "you said y"])
        .Send("z").AssertReply(reply => Assert.Equal("en-us", ((Activity)reply).Locale))
        .SendConversationUpdate().AssertNoReply(timeout: 20)
        .StartTestAsync();

    [Fact]
    public async Task A_wrong_or_missing_reply_fails_the_flow()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => Echoing().Test("a", "b").StartTestAsync());
        Assert.Contains("expected 'b', received 'you said a'", wrong.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<TimeoutException>(() => Echoing().AssertReply("never", timeout: 20).StartTestAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Echoing().Send("a").AssertNoReply(timeout: 20).StartTestAsync());
    }

    [Fact]
    public Task A_transcript_can_be_played()
    {
        var said = new Activity(ActivityTypes.Message) { Text = "hello", From = new ChannelAccount("user1", role: RoleTypes.User) };
        var answered = new Activity(ActivityTypes.Message)
        {
            Text = "you said hello",
            From = new ChannelAccount("bot", role: RoleTypes.Bot),
        };
        return Echoing().Test([said, answered]).StartTestAsync();
    }

    private static TestFlow Echoing() => new(new TestAdapter(), async (turn, token) =>
    {
        if (turn.Activity.Type == ActivityTypes.Message)
            await turn.SendActivityAsync("you said " + turn.Activity.Text, cancellationToken: token);
    });
}
