using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Contracts;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>What is done with is forgotten, a little at a time; what an order, a timer or an operator needs stays.</summary>
public sealed class PruningTests : IAsyncLifetime
{
    private static readonly Retention Kept = Retention.Usual;
    private static readonly CancellationToken Now = CancellationToken.None;

    private SqliteStoreFixture _fixture = null!;

    public async ValueTask InitializeAsync() => _fixture = await SqliteStoreFixture.OpenSqliteAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Done_rows_are_forgotten_after_their_time_and_the_others_never()
    {
        await DoneAsync("old", call: true);
        var waiting = await _fixture.AppendAsync("waiting");
        var dead = await _fixture.AppendAsync("dead");
        await _fixture.Store.DeadLetterAsync(dead.Seq, "broken", _fixture.Time.GetUtcNow(), Now);
        _fixture.Time.Advance(Kept.Rows - TimeSpan.FromMinutes(1));
        await DoneAsync("young", call: true);
        await PruneAsync();
        Assert.Equal((4, 2), (Count("inbox"), Count("outbox")));
        _fixture.Time.Advance(TimeSpan.FromMinutes(2));
        await PruneAsync();

        Assert.Equal((3, 1), (Count("inbox"), Count("outbox")));
        Assert.Equal(1, Count($"inbox WHERE seq = {waiting.Seq}"));
        Assert.Equal(1, Count("inbox WHERE handled = 2"));
    }

    [Fact]
    public async Task The_newest_row_stays_so_that_its_number_is_never_given_again()
    {
        var last = await DoneAsync("last");
        _fixture.Time.Advance(Kept.Rows + TimeSpan.FromDays(1));
        await PruneAsync();
        await _fixture.ReopenAsync();

        Assert.True((await _fixture.AppendAsync("next")).Seq > last);
    }

    [Fact]
    public async Task Many_rows_are_all_forgotten_also_behind_some_that_came_while_the_clock_was_wrong()
    {
        Run("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9000)
            INSERT INTO inbox (key, lane, kind, received, handled)
            SELECT randomblob(16), 'x:y', 0, CASE WHEN i < 4500 THEN 9000000000000 ELSE i END, 1 FROM n
            """);
        await _fixture.AppendAsync("newest");
        await PruneAsync();

        Assert.Equal(4500, Count("inbox"));
    }

    [Fact]
    public async Task A_conversation_in_which_nobody_writes_any_more_is_forgotten_with_all_that_was_remembered_of_it()
    {
        await RememberAsync("facebook:1:anna");
        await _fixture.AppendAsync("newest", "facebook:1:bruno");
        _fixture.Time.Advance(Kept.Conversations + TimeSpan.FromDays(1));
        await DoneAsync("now", "facebook:1:carla");
        await PruneAsync();

        Assert.Equal(["facebook:1:bruno", "facebook:1:carla"], Texts("SELECT id FROM lane ORDER BY id"));
        Assert.Equal((0, 0), (Count("state"), Count("draft")));
        Assert.Null(await _fixture.Store.ReferenceAsync("facebook:1:nobody", Now));
    }

    [Fact]
    public async Task Whoever_comes_back_after_that_is_answered()
    {
        await RememberAsync("facebook:1:anna");
        _fixture.Time.Advance(Kept.Conversations + TimeSpan.FromDays(1));
        await PruneAsync();
        await _fixture.AppendAsync("back", "facebook:1:anna");
        await _fixture.ReopenAsync();

        Assert.NotNull(await _fixture.Store.ReferenceAsync("facebook:1:anna", Now));
    }

    [Theory]
    [InlineData(
        "INSERT INTO shop_order (id, number, shopper, lane, state, total, currency, created, version, sealed) "
        + "VALUES ('o', 'n', 's', 'facebook:1:anna', 'Delivered', 1, 'EUR', 0, 1, x'00')")]
    [InlineData("INSERT INTO timer (lane, name, due, body) VALUES ('facebook:1:anna', 'later', 9000000000000, x'00')")]
    [InlineData("UPDATE inbox SET handled = 2 WHERE lane = 'facebook:1:anna'")]
    [InlineData("UPDATE outbox SET state = 0 WHERE lane = 'facebook:1:anna'")]
    [InlineData("UPDATE outbox SET state = 2 WHERE lane = 'facebook:1:anna'")]
    public async Task A_conversation_that_is_still_needed_stays_whole(string needed)
    {
        await RememberAsync("facebook:1:anna");
        Run(needed);
        _fixture.Time.Advance(Kept.Conversations * 3);
        await DoneAsync("now", "facebook:1:carla");
        await PruneAsync();

        Assert.Equal(1, Count("lane WHERE id = 'facebook:1:anna'"));
        Assert.Equal((2, 1), (Count("state"), Count("draft")));
    }

    [Fact]
    public async Task Whoever_writes_every_week_is_not_forgotten_however_long_the_shop_runs()
    {
        for (var week = 0; week < 120; week++)
        {
            await DoneAsync($"week{week}", "facebook:1:anna");
            _fixture.Time.Advance(TimeSpan.FromDays(7));
            await PruneAsync();
        }

        Assert.Equal(1, Count("lane"));
    }

    [Fact]
    public async Task The_file_becomes_smaller()
    {
        Run("""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
            INSERT INTO outbox (seq, n, lane, kind, target, request, state, created)
            SELECT i, 0, 'x:y', 'messenger', 't', randomblob(3000), 1, 1 FROM n
            """);
        Run("PRAGMA wal_checkpoint(TRUNCATE)");
        var before = new FileInfo(_fixture.Database.Path).Length;
        await PruneAsync();

        Assert.Equal(0, Count("outbox"));
        Assert.InRange(new FileInfo(_fixture.Database.Path).Length, 1, before / 5);
    }

    private Task PruneAsync() => _fixture.Store.PruneAsync(Kept, _fixture.Time.GetUtcNow(), Now);

    private async Task<long> DoneAsync(string key, string lane = StoreFixture.Lane, bool call = false)
    {
        var row = await _fixture.AppendAsync(key, lane);
        await using var turn = await _fixture.BeginAsync(row);
        if (call)
            turn.Work.Call("test-call", "there", default);
        await turn.CommitAsync();
        if (call)
        {
            var made = _fixture.Seen.Calls[^1].Row;
            await _fixture.Store.CompleteAsync(new OutboxCompletion(made, false, null, null, null, _fixture.Time.GetUtcNow()), Now);
        }

        return row.Seq;
    }

    /// <summary>A conversation with states of its own and its person's, a half-filled order, and a call that was made.</summary>
    private async Task RememberAsync(string lane)
    {
        await DoneAsync($"first {lane}", lane, call: true);
        foreach (var key in (string[])[$"facebook/conversations/{lane}", "facebook/users/anna"])
            Run($"INSERT INTO state (key, version, sealed) VALUES ('{key}', 1 << 16, x'00')");
        Run($"INSERT INTO draft (shopper, version, sealed) VALUES ('{lane}', 1, x'00')");
    }

    private int Count(string what)
    {
        using var session = _fixture.Database.OpenSession();
        var query = session[$"SELECT count(*) FROM {what}"];
        query.Step();
        var count = query.Int32(0);
        query.Reset();
        return count;
    }

    private List<string> Texts(string sql)
    {
        using var session = _fixture.Database.OpenSession();
        var texts = new List<string>();
        var query = session[sql];
        while (query.Step())
            texts.Add(query.Text(0));
        query.Reset();
        return texts;
    }

    private void Run(string sql)
    {
        using var session = _fixture.Database.OpenSession();
        session.Run(sql);
    }
}
