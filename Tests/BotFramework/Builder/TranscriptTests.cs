using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class TranscriptTests
{
    [Fact]
    public async Task Both_sides_are_written_down_even_when_a_turn_fails()
    {
        var store = new MemoryTranscriptStore();
        var adapter = new TestAdapter().Use(new TranscriptLoggerMiddleware(store));
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => adapter.ProcessActivityAsync(Turns.Message("one"), async (turn, token) =>
        {
            var sent = await turn.SendActivityAsync("two", cancellationToken: token);
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "three" }, token);
            await turn.DeleteActivityAsync(sent.Id, token);
            throw new InvalidTimeZoneException();
        }));
        var said = await store.GetTranscriptActivitiesAsync("test", "Conversation1");
        Assert.Equal(["message", "message", "messageUpdate", "messageDelete"], said.Items.Select(activity => activity.Type));
        Assert.Equal("Conversation1", Assert.Single((await store.ListTranscriptsAsync("test")).Items).Id);
        await store.DeleteTranscriptAsync("test", "Conversation1");
        Assert.Empty((await store.ListTranscriptsAsync("test")).Items);
    }

    [Fact]
    public async Task A_long_transcript_comes_in_pages()
    {
        var store = new MemoryTranscriptStore();
        for (var i = 0; i < 45; i++)
            await store.LogActivityAsync(Turns.Message($"{i}"));
        var read = new List<IActivity>();
        for (
            var page = await store.GetTranscriptActivitiesAsync("test", "c1");
            ;
            page = await store.GetTranscriptActivitiesAsync("test", "c1", page.ContinuationToken))
        {
            read.AddRange(page.Items);
            if (page.ContinuationToken is null)
                break;
        }

        Assert.Equal(Enumerable.Range(0, 45).Select(i => $"{i}"), read.Select(activity => activity.AsMessageActivity()!.Text));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Words_are_reported_only_when_that_is_allowed(bool allowed, bool reported)
    {
        var client = new Listening();
        var adapter = new TestAdapter().Use(new TelemetryLoggerMiddleware(client, allowed));
        await adapter.ProcessActivityAsync(
            Turns.Message("secret"),
            (turn, token) => turn.SendActivityAsync("hush", cancellationToken: token));
        Assert.Equal(["BotMessageReceived", "BotMessageSend"], client.Events.Select(e => e.Name));
        Assert.All(client.Events, e => Assert.Equal(reported, e.Properties.ContainsKey("text")));
    }

    [Fact]
    public async Task The_mention_of_the_bot_is_taken_out()
    {
        var message = Turns.Message("<at>Bot</at> two socks");
        message.Entities = [new Mention(new ChannelAccount("bot", "Bot"), "<at>Bot</at>")];
        string? received = null;
        await new TestAdapter()
            .Use(new NormalizeMentionsMiddleware())
            .ProcessActivityAsync(
                message,
                (turn, _) =>
                {
                    received = turn.Activity.Text;
                    return Task.CompletedTask;
                }
            );
        Assert.Equal("two socks", received);
    }

    [Fact]
    public async Task A_voice_is_given_where_there_is_sound_and_text_cannot_break_out_of_it()
    {
        var adapter = new TestAdapter(Microsoft.Bot.Connector.Channels.Telephony).Use(new SetSpeakMiddleware("it-IT-Elsa", true));
        var message = Turns.Message();
        message.ChannelId = Microsoft.Bot.Connector.Channels.Telephony;
        await adapter.ProcessActivityAsync(message, (turn, token) => turn.SendActivityAsync("1 < 2", cancellationToken: token));
        Assert.Contains("<voice name='it-IT-Elsa'>1 &lt; 2</voice>", ((Activity)adapter.GetNextReply()!).Speak, StringComparison.Ordinal);
    }

    private sealed class Listening : IBotTelemetryClient
    {
        public List<(string Name, IDictionary<string, string> Properties)> Events { get; } = [];

        public void TrackEvent(
            string eventName, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null
        ) => Events.Add((eventName, properties!));

        public void TrackAvailability(
            string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string? message = null,
            IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null) { }

        public void TrackDependency(
            string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration,
            string resultCode, bool success) { }

        public void TrackException(
            Exception exception, IDictionary<string, string>? properties = null, IDictionary<string, double>? metrics = null) { }

        public void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties)
        {
        }

        public void Flush()
        {
        }
    }
}
