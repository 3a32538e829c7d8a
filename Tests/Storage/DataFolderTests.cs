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
}
