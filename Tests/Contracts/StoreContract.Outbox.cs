using System.Text;
using CommerceBot.Runtime;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Contracts;

public abstract partial class StoreContract
{
    private static readonly ReadOnlyMemory<byte> Body = "ciao"u8.ToArray();

    [Fact]
    public async Task Calls_of_a_turn_are_told_after_its_commit_in_their_order()
    {
        await using var turn = await Fixture.BeginAsync();
        turn.Work.Record(new OutgoingCall(turn.Work.NewId(), "POST", "me/messages", Body));
        turn.Work.Call("stripe.open", "order-1", Body, order: "order-1");
        Assert.Empty(Fixture.Seen.Calls);
        Assert.Equal(CommitResult.Committed, await turn.CommitAsync());

        Assert.Equal(
            ["messenger POST me/messages", "stripe.open order-1"],
            Fixture.Seen.Calls.Select(call => $"{call.Row.Kind} {call.Row.Target}"));
        Assert.Equal(
            [$"{Store.DatabaseId}-{turn.Row.Seq}-0", $"{Store.DatabaseId}-{turn.Row.Seq}-1"],
            Fixture.Seen.Calls.Select(call => call.Row.PublicId));
        Assert.Equal([StoreFixture.Lane, "order-1"], Fixture.Seen.Calls.Select(call => call.Row.Queue));
        Assert.All(Fixture.Seen.Calls, call => Assert.False(call.WasWaiting));
    }

    [Fact]
    public async Task A_call_that_was_never_made_is_told_again_at_a_start()
    {
        await CallAsync();
        await Store.PostponeAsync(Fixture.Seen.Calls[0].Row.Id, 3, Fixture.Time.GetUtcNow() + TimeSpan.FromMinutes(1), "busy", Now);
        await Fixture.ReopenAsync();

        var (row, wasWaiting, notBefore) = Assert.Single(Fixture.Seen.Calls);
        Assert.True(wasWaiting);
        Assert.Equal(Fixture.Time.GetUtcNow() + TimeSpan.FromMinutes(1), notBefore);
        Assert.Equal((3, "ciao"), (row.Attempts, Encoding.UTF8.GetString(row.Request.Span)));
    }

    [Fact]
    public async Task The_end_of_a_call_and_its_answer_are_one()
    {
        var call = await CallAsync();
        var arrivals = Fixture.Seen.Arrivals.Count;
        var answer = Fixture.Inbox.Answer(call, new Activity { Type = ActivityTypes.Event, Name = "payment/answer" });
        await Store.CompleteAsync(new OutboxCompletion(call, Dead: false, null, null, answer, Fixture.Time.GetUtcNow()), Now);
        await Store.CompleteAsync(new OutboxCompletion(call, Dead: false, null, null, answer, Fixture.Time.GetUtcNow()), Now);

        var row = Assert.Single(Fixture.Seen.Arrivals.Skip(arrivals));
        Assert.Equal((RowKind.Answer, call.Lane, "payment/answer"), (row.Kind, row.Lane, ActivityBytes.Read(row.Body.Span).Name));
        await Fixture.ReopenAsync();
        Assert.Empty(Fixture.Seen.Calls);
    }

    [Fact]
    public async Task An_echo_ends_its_message_and_is_no_work()
    {
        var call = await CallAsync();
        var arrivals = Fixture.Seen.Arrivals.Count;
        Assert.Null(await Store.ChannelIdAsync(call.Id, Now));
        await Store.EchoAsync(new MessageEcho("echo-1", call.Lane, call.Id, "mid.1"), Fixture.Time.GetUtcNow(), Now);

        Assert.Equal("mid.1", await Store.ChannelIdAsync(call.Id, Now));
        Assert.Equal([call.Id], Fixture.Seen.Echoes);
        Assert.Equal(arrivals, Fixture.Seen.Arrivals.Count);
        await Fixture.ReopenAsync();
        Assert.Empty(Fixture.Seen.Calls);
        Assert.Empty(Fixture.Seen.Arrivals);
    }

    [Fact]
    public async Task What_is_sent_stays_sent_whatever_is_said_later()
    {
        var call = await CallAsync();
        await Store.EchoAsync(new MessageEcho("echo-1", call.Lane, call.Id, "mid.1"), Fixture.Time.GetUtcNow(), Now);
        await Store.CompleteAsync(new OutboxCompletion(call, Dead: true, null, "late", null, Fixture.Time.GetUtcNow()), Now);

        Assert.Equal("mid.1", await Store.ChannelIdAsync(call.Id, Now));
    }

    [Fact]
    public async Task A_dead_call_that_is_woken_is_told_again_as_if_new()
    {
        var call = await CallAsync();
        await Store.PostponeAsync(call.Id, 7, Fixture.Time.GetUtcNow(), "busy", Now);
        await Store.CompleteAsync(new OutboxCompletion(call, Dead: true, null, "window", null, Fixture.Time.GetUtcNow()), Now);
        Fixture.Time.Advance(TimeSpan.FromDays(2));
        await Fixture.WakeFromOutsideAsync(call.Id);
        await Store.PollExternalRowsAsync(Now);

        var again = Fixture.Seen.Calls[^1].Row;
        Assert.Equal((call.Id, 0, Fixture.Time.GetUtcNow()), (again.Id, again.Attempts, again.Created));
    }

    [Fact]
    public async Task An_answer_waits_for_whoever_asked()
    {
        await using var turn = await Fixture.BeginAsync();
        turn.Work.Respond(200, Body);
        await turn.CommitAsync();

        var outcome = await Store.OutcomeAsync(turn.Row.Seq, Now);
        Assert.Equal((false, 200, "ciao"), (outcome!.Dead, outcome.Status, Encoding.UTF8.GetString(outcome.Body.Span)));
        Assert.Empty(Fixture.Seen.Calls);
    }

    [Fact]
    public async Task A_due_timer_becomes_a_row_once()
    {
        var due = Fixture.Time.GetUtcNow() + TimeSpan.FromMinutes(5);
        await using (var turn = await Fixture.BeginAsync())
        {
            turn.Work.Set("look", due, new Activity { Type = ActivityTypes.Event, Name = "late" });
            await turn.CommitAsync();
        }

        Assert.Equal([due], Fixture.Seen.Timers);
        Assert.Equal(due, await Store.MoveDueTimersAsync(due - TimeSpan.FromMilliseconds(1), TimeSpan.Zero, Now));
        var before = Fixture.Seen.Arrivals.Count;
        Assert.Null(await Store.MoveDueTimersAsync(due, TimeSpan.Zero, Now));
        Assert.Null(await Store.MoveDueTimersAsync(due, TimeSpan.Zero, Now));
        var row = Assert.Single(Fixture.Seen.Arrivals.Skip(before));
        Assert.Equal((RowKind.Timer, StoreFixture.Lane, "late"), (row.Kind, row.Lane, ActivityBytes.Read(row.Body.Span).Name));
    }

    [Fact]
    public async Task Setting_a_timer_again_replaces_it_and_cancelling_removes_it()
    {
        var first = Fixture.Time.GetUtcNow() + TimeSpan.FromMinutes(1);
        var activity = new Activity { Type = ActivityTypes.Event, Name = "late" };
        await using (var turn = await Fixture.BeginAsync())
        {
            turn.Work.Set("look", first, activity);
            turn.Work.Set("other", first, activity);
            await turn.CommitAsync();
        }

        await using (var turn = await Fixture.BeginAsync())
        {
            turn.Work.Set("look", first + TimeSpan.FromMinutes(1), activity);
            turn.Work.Cancel("other");
            await turn.CommitAsync();
        }

        Assert.Equal(first + TimeSpan.FromMinutes(1), await Store.MoveDueTimersAsync(first, TimeSpan.Zero, Now));
    }

    [Fact]
    public async Task Timers_that_fell_due_while_nobody_was_there_come_at_the_next_start_all_of_them()
    {
        await using (var turn = await Fixture.BeginAsync())
        {
            for (var i = 0; i < 450; i++)
                turn.Work.Set(
                    $"t{i}", Fixture.Time.GetUtcNow() + TimeSpan.FromMilliseconds(i),
                    new Activity { Type = ActivityTypes.Event, Name = $"t{i}" }
                );
            await turn.CommitAsync();
        }

        await Fixture.ReopenAsync();
        Fixture.Time.Advance(TimeSpan.FromHours(1));
        while (await Store.MoveDueTimersAsync(Fixture.Time.GetUtcNow(), TimeSpan.Zero, Now) is { } next)
            Assert.True(next <= Fixture.Time.GetUtcNow());
        Assert.Equal(
            Enumerable.Range(0, 450).Select(i => $"t{i}"),
            Fixture.Seen.Arrivals.Select(row => ActivityBytes.Read(row.Body.Span).Name));
    }

    private async Task<OutboxRow> CallAsync()
    {
        await using var turn = await Fixture.BeginAsync();
        turn.Work.Record(new OutgoingCall(turn.Work.NewId(), "POST", "me/messages", Body));
        await turn.CommitAsync();
        return Fixture.Seen.Calls[^1].Row;
    }
}
