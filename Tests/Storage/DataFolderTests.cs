using CommerceBot.Storage;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Storage;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("folder-").FullName;
    private readonly Database _database;

    public DataFolderTests() => _database = Database.Open(_folder);

    public void Dispose()
    {
        _database.Dispose();
        Folders.Delete(_folder);
    }

    [Fact]
    public void One_host_holds_a_folder_until_it_lets_go()
    {
        using (DataFolder.Own(_folder, _database, "simulated"))
        {
            var taken = Assert.Throws<DataFolderException>(() => DataFolder.Own(_folder, _database, "simulated"));
            Assert.Contains("Another CommerceBot runs", taken.Message, StringComparison.Ordinal);
        }

        DataFolder.Own(_folder, _database, "simulated").Dispose();
    }

    [Theory]
    [InlineData("simulated", "live")]
    [InlineData("test", "live")]
    [InlineData("live", "simulated")]
    public void A_folder_of_one_kind_of_money_refuses_another_and_stays_what_it_was(string kept, string started)
    {
        DataFolder.Own(_folder, _database, kept).Dispose();
        var refused = Assert.Throws<DataFolderException>(() => DataFolder.Own(_folder, _database, started));

        Assert.Contains($"holds {kept} orders and this start is {started}", refused.Message, StringComparison.Ordinal);
        DataFolder.Own(_folder, _database, kept).Dispose();
    }

    [Fact]
    public void A_second_host_does_not_touch_the_database_of_the_first()
    {
        using var first = DataFolder.Own(_folder, _database, "simulated");

        Assert.Throws<DataFolderException>(() =>
            DataFolder.Own(_folder, () => throw new InvalidOperationException("It was opened."), "simulated"));
    }

    [Fact]
    public void A_command_of_a_newer_version_changes_nothing_under_a_shop_that_runs()
    {
        using var first = DataFolder.Own(_folder, _database, "simulated");
        long version;
        using (var session = _database.OpenSession())
        {
            var query = session["PRAGMA user_version"];
            version = query.Step() ? query.Int64(0) : 0;
            query.Reset();
            session.Run($"PRAGMA user_version = {version - 1}");
        }

        Assert.Throws<DataFolderException>(() => Database.Open(_folder, alone: () => DataFolder.Lock(_folder)));
        using (var session = _database.OpenSession())
        {
            Assert.True(Migrations.AreDue(session.Connection));
            session.Run($"PRAGMA user_version = {version}");
        }

        Database.Open(_folder, alone: () => DataFolder.Lock(_folder)).Dispose();
    }

    [Fact]
    public void A_file_of_before_gives_its_room_back_from_the_next_start_on()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "old")).FullName;
        using (var old = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "commercebot.db")};Pooling=False"))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = "PRAGMA journal_mode=WAL; CREATE TABLE other (a); PRAGMA auto_vacuum";
            Assert.Equal("wal", command.ExecuteScalar());
        }

        using var database = Database.Open(folder);
        using var session = database.OpenSession();
        var query = session["PRAGMA auto_vacuum"];
        query.Step();
        Assert.Equal(2, query.Int64(0));
        query.Reset();
    }

    [Theory]
    [InlineData("file", "data")]
    [InlineData("file", "data/deeper")]
    public void A_folder_that_cannot_be_there_is_refused_in_a_sentence(string file, string below)
    {
        var path = Path.Combine(_folder, file);
        File.WriteAllText(path, "");
        var refused = Assert.Throws<DataFolderException>(() => DataFolder.CheckWritable(Path.Combine(path, below)));

        Assert.Contains("cannot be used", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Data:Folder", refused.Message, StringComparison.Ordinal);
    }
}
