using CommerceBot.Storage;
using CommerceBot.Storage.Sqlite;
using Dapper;
using Microsoft.Data.Sqlite;
using Xunit;

namespace CommerceBot.Tests.Storage;

/// <summary>A new version changes the database: nothing is lost, whatever fails and whoever starts at the same time.</summary>
public sealed class MigrationsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("migrations-").FullName;

    [Fact]
    public void Each_has_a_number_of_its_own_and_none_is_left_out() =>
        Assert.Equal(Enumerable.Range(1, Migrations.All.Count), Migrations.All.Select(migration => migration.Number));

    [Fact]
    public void One_that_fails_leaves_nothing_of_itself_and_is_tried_again_at_the_next_start()
    {
        using var connection = Open();
        Migration[] broken =
        [
            Of(1, "CREATE TABLE one (a)"),
            Of(2, "CREATE TABLE two (a); INSERT INTO two VALUES (1); INSERT INTO gone VALUES (1)"),
        ];
        Assert.Throws<SqliteException>(() => Migrations.Apply(connection, broken));
        Assert.Equal(["one"], Tables(connection));
        Assert.Equal(1, connection.ExecuteScalar<long>("PRAGMA user_version"));
        Migrations.Apply(connection, [broken[0], Of(2, "CREATE TABLE two (a)")]);

        Assert.Equal(["one", "two"], Tables(connection));
        Assert.Equal(2, connection.ExecuteScalar<long>("PRAGMA user_version"));
    }

    [Fact]
    public void A_table_that_is_rebuilt_takes_no_row_of_another_with_it()
    {
        using var connection = Open();
        Migrations.Apply(connection,
        [
            Of(1, """
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE);
                INSERT INTO parent VALUES (1), (2);
                INSERT INTO child VALUES (1), (1), (2);
                """),
            Of(2, """
                CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT);
                INSERT INTO parent_new (id) SELECT id FROM parent;
                DROP TABLE parent;
                ALTER TABLE parent_new RENAME TO parent;
                """),
        ]);

        Assert.Equal(3, connection.ExecuteScalar<long>("SELECT count(*) FROM child"));
        // And what holds children to their parents holds again.
        Assert.Throws<SqliteException>(() => connection.Execute("INSERT INTO child VALUES (9)"));
    }

    [Fact]
    public void One_that_leaves_a_row_without_its_parent_is_undone()
    {
        using var connection = Open();
        Migration[] migrations =
        [
            Of(1, """
                CREATE TABLE parent (id INTEGER PRIMARY KEY);
                CREATE TABLE child (parent INTEGER NOT NULL REFERENCES parent (id));
                INSERT INTO parent VALUES (1);
                INSERT INTO child VALUES (1);
                """),
            Of(2, "DELETE FROM parent"),
        ];
        Assert.Contains("parent is not there", Assert.Throws<SqliteException>(() => Migrations.Apply(connection, migrations)).Message,
            StringComparison.Ordinal);

        Assert.Equal(1, connection.ExecuteScalar<long>("SELECT count(*) FROM parent"));
        Assert.Equal(1, connection.ExecuteScalar<long>("PRAGMA user_version"));
    }

    [Fact]
    public async Task Programs_that_start_at_the_same_time_apply_each_once()
    {
        using (var first = Open())
            first.Execute("PRAGMA journal_mode = WAL; CREATE TABLE applied (number INTEGER)");
        Migration[] migrations = [.. Enumerable.Range(1, 20).Select(number => Of(number, $"INSERT INTO applied VALUES ({number})"))];
        using var together = new Barrier(4);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var connection = Open();
                together.SignalAndWait(TimeSpan.FromSeconds(30));
                Migrations.Apply(connection, migrations);
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        using var after = Open();
        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => (long)number), after.Query<long>("SELECT number FROM applied ORDER BY rowid"));
    }

    [Fact]
    public void A_database_of_a_newer_program_is_not_opened_by_an_older_one()
    {
        using (var database = Database.Open(_folder))
        using (var session = database.OpenSession())
            session.Run($"PRAGMA user_version = {Migrations.All.Count + 1}");

        Assert.Contains("a newer CommerceBot wrote it", Assert.Throws<DataFolderException>(() => Database.Open(_folder)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Migration Of(int number, string sql) => new(number, $"{number:0000}", () => sql);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "commercebot.db")};Pooling=False;Default Timeout=30");
        connection.Open();
        return connection;
    }

    private static IEnumerable<string> Tables(SqliteConnection connection) =>
        connection.Query<string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
}
