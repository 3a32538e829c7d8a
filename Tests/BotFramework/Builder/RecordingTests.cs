using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

/// <summary>A durable turn: nothing is sent, everything is written down.</summary>
public sealed class RecordingTests
{
    private readonly CloudAdapter _adapter = new();
    private readonly Recorder _recorder = new();

    [Fact]
    public async Task Each_activity_is_one_call_and_what_is_not_sent_has_no_id()
    {
        ResourceResponse[] responses = [];
        await Turn(
            "webchat", "in/1",
            async turn =>
                responses = await turn.SendActivitiesAsync([
                    MessageFactory.Text("one"),
                    (Activity)Activity.CreateTraceActivity("note"),
                    new Activity(ActivityTypesEx.Delay) { Value = 3_600_000 },
                    new Activity(ActivityTypes.Typing),
                ]));
        Assert.Equal(["row-1", "", "", "row-2"], responses.Select(response => response.Id));
        Assert.All(
            _recorder.Calls,
            call => Assert.Equal(("POST", "http://127.0.0.1:1/v3/conversations/c%7C1/activities/in%2F1"), (call.Method, call.Target)));
        Assert.False(Json(_recorder.Calls[0]).TryGetProperty("id", out _));
    }

    [Fact]
    public async Task The_emulator_gets_traces_and_a_first_word_is_no_reply()
    {
        await Turn("emulator", null, turn => turn.SendActivityAsync((Activity)Activity.CreateTraceActivity("note")));
        Assert.Equal("http://127.0.0.1:1/v3/conversations/c%7C1/activities", Assert.Single(_recorder.Calls).Target);
    }

    [Fact]
    public async Task A_change_names_the_earlier_message_until_the_channels_id_is_known()
    {
        await Turn("webchat", "in1", async turn =>
        {
            var sent = await turn.SendActivityAsync("one");
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "say {activity:row-1}" });
            await turn.DeleteActivityAsync(sent.Id);
            await turn.DeleteActivityAsync("theirs|9");
        });
        var (update, delete, theirs) = (_recorder.Calls[1], _recorder.Calls[2], _recorder.Calls[3]);
        Assert.Equal(
            ("PUT", "http://127.0.0.1:1/v3/conversations/c%7C1/activities/{activity:row-1}", "row-1"),
            (update.Method, update.Target, update.EarlierActivity()));
        Assert.Equal(("DELETE", 0), (delete.Method, delete.Body.Length));
        string? Known(string id) => id == "row-1" ? "chan/nel" : null;
        var sent = update.WithChannelIds(Known);
        Assert.Equal("http://127.0.0.1:1/v3/conversations/c%7C1/activities/chan%2Fnel", sent.Target);
        Assert.Equal(
            ("chan/nel", "say {activity:row-1}"), (Json(sent).GetProperty("id").GetString(), Json(sent).GetProperty("text").GetString()));
        Assert.EndsWith("/activities/theirs%7C9", theirs.WithChannelIds(Known).Target, StringComparison.Ordinal);
        Assert.Same(_recorder.Calls[0], _recorder.Calls[0].WithChannelIds(Known));
    }

    [Fact]
    public async Task Expected_replies_are_answered_and_never_recorded()
    {
        var answer = await Turn("webchat", "in1", turn => turn.SendActivityAsync("hi"), DeliveryModes.ExpectReplies);
        Assert.Equal("hi", Assert.Single(Assert.IsType<ExpectedReplies>(answer!.Body).Activities).Text);
        Assert.Empty(_recorder.Calls);
    }

    private static JsonElement Json(OutgoingCall call) => JsonDocument.Parse(Encoding.UTF8.GetString(call.Body.Span)).RootElement;

    private Task<InvokeResponse?> Turn(string channel, string? id, Func<ITurnContext, Task> bot, string? delivery = null)
    {
        var activity = Turns.Message(conversation: "c|1");
        (activity.ChannelId, activity.Id, activity.DeliveryMode) = (channel, id, delivery);
        return _adapter.ProcessActivityAsync(new ClaimsIdentity("internal"), activity, (turn, _) =>
        {
            turn.TurnState.Add<IOutgoingRecorder>(_recorder);
            return bot(turn);
        }, default);
    }

    private sealed class Recorder : IOutgoingRecorder
    {
        public List<OutgoingCall> Calls { get; } = [];

        public string NewId() => $"row-{Calls.Count + 1}";

        public void Record(OutgoingCall call) => Calls.Add(call);
    }
}
