using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.BotFramework.Builder;

public sealed class TurnContextTests
{
    private readonly TestAdapter _adapter = new();

    [Fact]
    public async Task A_reply_is_addressed_to_whoever_spoke()
    {
        using var turn = Turns.Open(_adapter);
        var response = await turn.SendActivityAsync("hi");
        var reply = (Activity)_adapter.GetNextReply()!;
        Assert.Equal(
            ("hi", "u1", "bot", "c1", "m1", response.Id),
            (reply.Text, reply.Recipient.Id, reply.From.Id, reply.Conversation.Id, reply.ReplyToId, reply.Id));
        Assert.Equal("test", reply.ChannelId);
    }

    [Fact]
    public async Task Only_what_is_not_a_trace_counts_as_an_answer()
    {
        using var turn = Turns.Open(_adapter);
        await turn.SendActivityAsync((Activity)Activity.CreateTraceActivity("note"));
        Assert.False(turn.Responded);
        await turn.SendActivityAsync("hi");
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Handlers_nest_in_the_order_in_which_they_came()
    {
        using var turn = Turns.Open(_adapter);
        var seen = new List<string>();
        foreach (var name in new[] { "first", "second" })
            turn.OnSendActivities(async (_, activities, next) =>
            {
                seen.Add($"{name} before {activities.Count}");
                var responses = await next();
                seen.Add($"{name} after");
                return responses;
            });
        await turn.SendActivitiesAsync([MessageFactory.Text("a"), MessageFactory.Text("b")]);
        Assert.Equal(["first before 2", "second before 2", "second after", "first after"], seen);
        Assert.Equal(2, _adapter.ActiveQueue.Count);
    }

    [Fact]
    public async Task A_handler_that_does_not_go_on_keeps_the_message_back()
    {
        using var turn = Turns.Open(_adapter);
        turn.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>([]));
        await turn.SendActivityAsync("hi");
        Assert.Null(_adapter.GetNextReply());
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Replies_that_are_expected_in_the_answer_are_kept_back()
    {
        var question = Turns.Message();
        question.DeliveryMode = DeliveryModes.ExpectReplies;
        using var turn = Turns.Open(_adapter, question);
        await turn.SendActivityAsync("one");
        await turn.SendActivityAsync("two");
        Assert.Equal(["one", "two"], turn.BufferedReplyActivities.Select(reply => reply.Text));
        Assert.Null(_adapter.GetNextReply());
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Nothing_to_say_is_a_mistake()
    {
        using var turn = Turns.Open(_adapter);
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync("  "));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivitiesAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(" "));
    }

    [Fact]
    public async Task A_turn_that_is_over_sends_nothing()
    {
        var turn = Turns.Open(_adapter);
        turn.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.UpdateActivityAsync(Turns.Message()));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.DeleteActivityAsync("x"));
    }

    [Fact]
    public async Task A_message_can_be_changed_and_deleted()
    {
        using var turn = Turns.Open(_adapter);
        var seen = new List<string>();
        turn.OnUpdateActivity((_, activity, next) => { seen.Add("update " + activity.Id); return next(); });
        turn.OnDeleteActivity((_, reference, next) => { seen.Add("delete " + reference.ActivityId); return next(); });
        var first = await turn.SendActivityAsync("one");
        var second = await turn.SendActivityAsync("two");
        await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = first.Id, Text = "uno" });
        await turn.DeleteActivityAsync(second.Id);
        Assert.Equal(["uno"], _adapter.ActiveQueue.Select(reply => reply.Text));
        Assert.Equal([$"update {first.Id}", $"delete {second.Id}"], seen);
    }

    [Fact]
    public void Turn_state_disposes_what_it_holds_and_a_null_removes()
    {
        var held = new CancellationTokenSource();
        var turn = Turns.Open(_adapter);
        turn.TurnState.Add(held);
        turn.TurnState.Set("key", "value");
        Assert.Equal("value", turn.TurnState.Get<string>("key"));
        turn.TurnState.Set<string>("key", null!);
        Assert.Null(turn.TurnState.Get<string>("key"));
        Assert.Same(held, turn.TurnState.Get<CancellationTokenSource>());
        turn.Dispose();
        Assert.Throws<ObjectDisposedException>(() => held.Token);
    }

    [Fact]
    public async Task Middleware_runs_in_order_and_may_stop_the_turn()
    {
        var seen = new List<string>();
        _adapter.Use(new Marking("a", seen)).Use(new Marking("b", seen)).Use(new Marking("c", seen) { Stop = true });
        await _adapter.ProcessActivityAsync(Turns.Message(), (_, _) => { seen.Add("bot"); return Task.CompletedTask; });
        Assert.Equal(["a in", "b in", "c in", "c out", "b out", "a out"], seen);
    }

    [Fact]
    public async Task An_error_goes_to_the_handler_of_errors_or_on()
    {
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() =>
            _adapter.ProcessActivityAsync(Turns.Message(), (_, _) => throw new InvalidTimeZoneException()));
        _adapter.OnTurnError = (turn, error) => turn.SendActivityAsync("sorry: " + error.GetType().Name);
        await _adapter.ProcessActivityAsync(Turns.Message(), (_, _) => throw new InvalidTimeZoneException());
        Assert.Equal("sorry: InvalidTimeZoneException", _adapter.GetNextReply()!.AsMessageActivity()!.Text);
    }

    [Theory]
    [InlineData("it-IT", "it-IT")]
    [InlineData("qq-not-a-language", null)]
    public async Task A_turn_speaks_the_language_of_its_activity_when_there_is_one(string asked, string? spoken)
    {
        var message = Turns.Message();
        message.Locale = asked;
        string? received = null;
        await _adapter.ProcessActivityAsync(message, (turn, _) => { received = ((TurnContext)turn).Locale; return Task.CompletedTask; });
        Assert.Equal(spoken, received);
    }

    private sealed class Marking(string name, List<string> seen) : IMiddleware
    {
        public bool Stop { get; init; }

        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            seen.Add(name + " in");
            if (!Stop)
                await next(cancellationToken);
            seen.Add(name + " out");
        }
    }
}
