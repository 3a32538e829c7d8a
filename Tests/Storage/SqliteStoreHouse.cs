using CommerceBot.Catalog;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sealing;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Rows;
using CommerceBot.Tests.Contracts;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.Storage;

/// <summary>The store in one SQLite file of a folder of its own.</summary>
internal sealed class SqliteStoreHouse : StoreHouse
{
    private SqliteRuntimeStore? _store;

    private SqliteStoreHouse()
    {
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("store-").FullName;

    public Database Database { get; private set; } = null!;

    public Sealer Sealer { get; private set; } = null!;

    public override IRuntimeStore Store => _store!;

    public static async Task<StoreHouse> OpenAsync() => await OpenSqliteAsync();

    public static async Task<SqliteStoreHouse> OpenSqliteAsync()
    {
        var house = new SqliteStoreHouse();
        await house.ReopenAsync(house.Seen);
        return house;
    }

    public override async Task ReopenAsync(RowsSeen? seen = null)
    {
        await CloseAsync();
        Seen = seen ?? new RowsSeen();
        Database = Database.Open(Folder);
        var protection = DataProtectionProvider.Create(new DirectoryInfo(Path.Combine(Folder, "keys")), setup => setup.SetApplicationName("CommerceBot"));
        Sealer = new Sealer(new DataKeys(Database, protection, Time));
        _store = new SqliteRuntimeStore(Database, Sealer, () => new Uri("http://localhost"), Time);
        await _store.StartAsync(Seen, CancellationToken.None);
    }

    public override Task AppendFromOutsideAsync(string key, string lane, Activity activity)
    {
        using var session = Database.OpenSession();
        InboxStatements.TryInsert(session, key, lane, RowKind.Command, Sealer.Seal(SchemaJson.Write(activity)), Time.GetUtcNow());
        return Task.CompletedTask;
    }

    public override Task WakeFromOutsideAsync(OutboxId id)
    {
        using var session = Database.OpenSession();
        session["UPDATE outbox SET state = 4 WHERE seq = ?1 AND n = ?2 AND state = 2"].Bind(1, id.Seq).Bind(2, id.Place).Execute();
        return Task.CompletedTask;
    }

    public override Task PutOnShelfAsync(Sku sku, int onHand)
    {
        using var session = Database.OpenSession();
        session["INSERT INTO stock (sku, on_hand, feed_time) VALUES (?1, ?2, 0) ON CONFLICT (sku) DO UPDATE SET on_hand = ?2"].Bind(1, sku.Value).Bind(2, onHand).Execute();
        return Task.CompletedTask;
    }

    public override Task ImportAsync()
    {
        using var session = Database.OpenSession();
        session.Run("UPDATE catalog_version SET n = n + 1");
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Folders.Delete(Folder);
    }

    private async Task CloseAsync()
    {
        if (_store is null)
            return;
        await _store.DisposeAsync();
        Sealer.Dispose();
        Database.Dispose();
        _store = null;
    }
}
