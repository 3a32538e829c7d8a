using CommerceBot.Runtime;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Contracts;

/// <summary>What every place that keeps rows and the turn's stores must do. A backend adds one line: how it is opened.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private static readonly CancellationToken Now = CancellationToken.None;

    private StoreFixture Fixture { get; set; } = null!;

    private IRuntimeStore Store => Fixture.Store;

    private protected abstract Task<StoreFixture> OpenAsync();

    public async ValueTask InitializeAsync() => Fixture = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Fixture.DisposeAsync();
    }

    [Fact]
    public async Task A_key_is_one_arrival_however_often_it_comes()
    {
        var first = await Fixture.Inbox.AppendAsync([StoreFixture.Arrival("m1")], Now);
        var again = await Fixture.Inbox.AppendAsync([StoreFixture.Arrival("m1", text: "altro"), StoreFixture.Arrival("m2")], Now);

        Assert.False(first[0].Duplicate);
        Assert.Equal(new AppendResult(first[0].Seq, Duplicate: true), again[0]);
        Assert.False(again[1].Duplicate);
        Assert.Equal([first[0].Seq, again[1].Seq], Fixture.Seen.Arrivals.Select(row => row.Seq));
    }

    [Fact]
    public async Task A_key_stays_known_after_a_restart()
    {
        await using (var turn = await Fixture.BeginAsync(await Fixture.AppendAsync("m1")))
            await turn.CommitAsync();
        await Fixture.ReopenAsync();

        Assert.True((await Fixture.Inbox.AppendAsync([StoreFixture.Arrival("m1")], Now))[0].Duplicate);
        Assert.Empty(Fixture.Seen.Arrivals);
    }

    [Fact]
    public async Task An_arrival_tells_its_lane_where_answers_go()
    {
        await Fixture.AppendAsync("m1");
        Assert.Equal("https://a.example", (await Store.ReferenceAsync(StoreFixture.Lane, Now))!.ServiceUrl);
        await Fixture.ReopenAsync();
        Assert.Equal("anna", (await Store.ReferenceAsync(StoreFixture.Lane, Now))!.User.Id);
        Assert.Null(await Store.ReferenceAsync("facebook:1:nobody", Now));
    }

    [Fact]
    public async Task A_repeated_key_cannot_lead_answers_elsewhere()
    {
        await Fixture.AppendAsync("m1");
        await Fixture.Inbox.AppendAsync(
            [StoreFixture.Arrival("m1") with { Reference = StoreFixture.Reference(StoreFixture.Lane, "https://evil.example") }],
            Now);

        Assert.Equal("https://a.example", (await Store.ReferenceAsync(StoreFixture.Lane, Now))!.ServiceUrl);
    }

    [Fact]
    public async Task Rows_from_before_come_again_at_a_start_in_the_order_of_their_numbers()
    {
        foreach (var key in (string[])["m1", "m2", "m3"])
            await Fixture.AppendAsync(key, text: key);
        await using (var turn = await Fixture.BeginAsync(Fixture.Seen.Arrivals[1]))
            await turn.CommitAsync();
        await Fixture.ReopenAsync();

        Assert.Equal(["m1", "m3"], Fixture.Seen.Arrivals.Select(row => ActivityBytes.Read(row.Body.Span).Text));
        Assert.All(Fixture.Seen.Arrivals, row => Assert.Null(row.Fresh));
    }

    [Fact]
    public async Task What_arrives_during_a_start_waits_behind_what_was_there_before()
    {
        var row = await Fixture.AppendAsync("m1", text: "prima");
        await Fixture.AppendAsync("m2", text: "seconda");
        await using (var turn = await Fixture.BeginAsync(row))
        {
            turn.Work.Call("k", "t", default);
            await turn.CommitAsync();
        }

        Task? arrival = null;
        await Fixture.ReopenAsync(new RowsSeen
        {
            OnToSend = _ => (arrival = Fixture.Inbox.AppendAsync([StoreFixture.Arrival("m3", text: "terza")], Now)).Wait(Now),
        });
        await arrival!;
        await Store.PollExternalRowsAsync(Now);

        Assert.Equal(
            ["seconda", "terza"],
            Fixture.Seen.Arrivals.DistinctBy(seen => seen.Seq).Select(seen => ActivityBytes.Read(seen.Body.Span).Text));
    }

    [Fact]
    public async Task Tries_are_counted_over_a_restart()
    {
        var row = await Fixture.AppendAsync("m1");
        await Store.CountAttemptAsync(row.Seq, Now);
        await Store.CountAttemptAsync(row.Seq, Now);
        await Fixture.ReopenAsync();

        Assert.Equal(2, Assert.Single(Fixture.Seen.Arrivals).Attempts);
    }

    [Fact]
    public async Task Rows_of_another_process_are_found_at_a_look()
    {
        await Fixture.AppendFromOutsideAsync(
            "command-1", StoreFixture.Lane, new Activity { Type = ActivityTypes.Invoke, Name = "orders/ship" }
        );
        Assert.Empty(Fixture.Seen.Arrivals);
        await Store.PollExternalRowsAsync(Now);

        var row = Assert.Single(Fixture.Seen.Arrivals);
        Assert.Equal((RowKind.Command, "orders/ship"), (row.Kind, ActivityBytes.Read(row.Body.Span).Name));
    }

    [Fact]
    public async Task A_dead_lettered_row_comes_no_more()
    {
        var row = await Fixture.AppendAsync("m1");
        Assert.Null(await Store.OutcomeAsync(row.Seq, Now));
        await Store.DeadLetterAsync(row.Seq, "why", Fixture.Time.GetUtcNow(), Now);

        Assert.True((await Store.OutcomeAsync(row.Seq, Now))!.Dead);
        await Fixture.ReopenAsync();
        Assert.Empty(Fixture.Seen.Arrivals);
    }

    [Fact]
    public async Task No_two_stores_share_an_id()
    {
        await using var other = await OpenAsync();
        Assert.Matches("^[0-9a-f]{16}$", Store.DatabaseId);
        Assert.NotEqual(Store.DatabaseId, other.Store.DatabaseId);
        var mine = Store.DatabaseId;
        await Fixture.ReopenAsync();
        Assert.Equal(mine, Store.DatabaseId);
    }
}
