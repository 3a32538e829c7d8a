using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Rows;
using CommerceBot.Tests.Contracts;
using CommerceBot.Tests.Support;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>Group commit: what stands together, and what falls alone.</summary>
public sealed class WriterTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("writer-").FullName;
    private Database _database = null!;
    private Writer _writer = null!;

    public ValueTask InitializeAsync()
    {
        _database = Database.Open(_folder);
        _writer = new Writer(_database);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _writer.DisposeAsync();
        _database.Dispose();
        Folders.Delete(_folder);
    }

    [Fact]
    public async Task A_write_that_throws_fails_alone()
    {
        var (good, bad, other) = await TogetherAsync(Note("a"), new Step(_ => throw new InvalidOperationException("mine")), Note("b"));

        Assert.True(await good);
        Assert.Equal("mine", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.True(await other);
        Assert.Equal(["a", "b"], Notes());
    }

    [Fact]
    public async Task A_write_that_gives_up_leaves_nothing_of_itself_and_all_of_its_neighbours()
    {
        var (good, bad, other) = await TogetherAsync(Note("a"), new Step(session => Put(session, "half") && false), Note("b"));

        await Task.WhenAll(good, bad, other);
        Assert.Equal(["a", "b"], Notes());
    }

    [Fact]
    public async Task A_statement_that_breaks_a_rule_of_the_database_fails_its_own_write_alone()
    {
        var (good, bad, other) = await TogetherAsync(
            Note("a"),
            new Step(session => Put(session, "half") && session["INSERT INTO meta (name, value) VALUES ('x', NULL)"].Execute() == 1),
            Note("b"));

        await Assert.ThrowsAsync<SqliteException>(() => bad);
        await Task.WhenAll(good, other);
        Assert.Equal(["a", "b"], Notes());
    }

    [Fact]
    public async Task A_commit_that_fails_fails_the_whole_group_and_the_next_group_stands()
    {
        var (good, failing, other) = await TogetherAsync(Note("a"), new Step(FailTheCommit), Note("b"));

        foreach (var each in (Task[])[good, failing, other])
            await Assert.ThrowsAsync<SqliteException>(() => each);
        Assert.Empty(Notes());
        Assert.True(await _writer.WriteAsync(Note("c")));
        Assert.Equal(["c"], Notes());
    }

    [Fact]
    public async Task What_a_look_found_in_a_group_that_failed_is_found_by_the_next_look()
    {
        await using var fixture = await SqliteStoreFixture.OpenSqliteAsync();
        await fixture.AppendFromOutsideAsync("command-1", StoreFixture.Lane, StoreFixture.Says("ship"));
        var seen = new RowsSeen();
        var (context, rows) = (new RowContext("d", fixture.Encryptor) { Sink = seen }, new ExternalRows());
        await using var writer = new Writer(fixture.Database);

        var (look, _, _) = await TogetherAsync(
            new ExternalRowsWrite(context, rows, ShopHost.Opening), new Step(FailTheCommit), Note("b"), writer);
        await Assert.ThrowsAsync<SqliteException>(() => look);
        Assert.Empty(seen.Arrivals);
        await writer.WriteAsync(new ExternalRowsWrite(context, rows, ShopHost.Opening));
        Assert.Single(seen.Arrivals);
    }

    [Fact]
    public async Task Others_hear_of_a_write_only_when_it_is_durable_and_in_order()
    {
        var committed = new List<string>();
        var (one, two, three) = await TogetherAsync(
            Note("a", () => committed.Add($"a:{Notes().Count}")),
            Note("b", () => committed.Add($"b:{Notes().Count}")),
            Note("c", () => committed.Add($"c:{Notes().Count}")));

        await Task.WhenAll(one, two, three);
        Assert.Equal(["a:3", "b:3", "c:3"], committed);
    }

    [Fact]
    public async Task A_stopped_writer_ends_what_it_has_and_takes_no_more()
    {
        var last = _writer.WriteAsync(Note("a"));
        await _writer.DisposeAsync();

        Assert.True(await last);
        Assert.Throws<ObjectDisposedException>(() => { _ = _writer.WriteAsync(Note("b")); });
    }

    /// <summary>Holds the writer until all three wait, so that they are one group.</summary>
    private async Task<(Task<bool>, Task<bool>, Task<bool>)> TogetherAsync(Write<bool> first, Step second, Step third, Writer? other = null)
    {
        var writer = other ?? _writer;
        using var gate = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var held = writer.WriteAsync(new Step(_ =>
        {
            begun.TrySetResult();
            gate.Wait();
            return true;
        }));
        await begun.Task;
        var group = (writer.WriteAsync(first), writer.WriteAsync(second), writer.WriteAsync(third));
        gate.Set();
        await held;
        await ((Task)Task.WhenAll(group.Item1, group.Item2, group.Item3)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return group;
    }

    private static bool FailTheCommit(Session session)
    {
        Put(session, "lost");
        // A hook that says no makes SQLite roll back in place of the commit, as a full disk would.
        SQLitePCL.raw.sqlite3_commit_hook(session.Connection.Handle!, state =>
        {
            SQLitePCL.raw.sqlite3_commit_hook((SQLitePCL.sqlite3)state, null, null);
            return 1;
        }, session.Connection.Handle!);
        return true;
    }

    private static Step Note(string name, Action? committed = null) => new(session => Put(session, name), committed);

    private static bool Put(Session session, string name) =>
        session["INSERT INTO meta (name, value) VALUES (?1, 'note')"].Bind(1, name).Execute() == 1;

    private List<string> Notes()
    {
        using var session = _database.OpenSession();
        var names = new List<string>();
        var query = session["SELECT name FROM meta WHERE value = 'note' ORDER BY name"];
        while (query.Step())
            names.Add(query.Text(0));
        query.Reset();
        return names;
    }

    private sealed class Step(Func<Session, bool> apply, Action? committed = null) : Write<bool>
    {
        protected override bool Result => true;

        protected override bool Apply(Session session) => apply(session);

        protected override void Committed() => committed?.Invoke();
    }
}
