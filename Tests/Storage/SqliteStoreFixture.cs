using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;
using CommerceBot.Storage.Sqlite.Rows;
using CommerceBot.Storage.Sqlite.Turns;
using CommerceBot.Tests.Contracts;
using CommerceBot.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Bot.Schema;

namespace CommerceBot.Tests.Storage;

/// <summary>The store in one SQLite file of a folder of its own.</summary>
internal sealed class SqliteStoreFixture : StoreFixture
{
    private SqliteRuntimeStore? _store;

    private SqliteStoreFixture()
    {
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("store-").FullName;

    public Database Database { get; private set; } = null!;

    public FieldEncryptor Encryptor { get; private set; } = null!;

    public override IRuntimeStore Store => _store!;

    public static async Task<StoreFixture> OpenAsync() => await OpenSqliteAsync();

    public static async Task<SqliteStoreFixture> OpenSqliteAsync()
    {
        var fixture = new SqliteStoreFixture();
        await fixture.ReopenAsync(fixture.Seen);
        return fixture;
    }

    public override async Task ReopenAsync(RowsSeen? seen = null)
    {
        await CloseAsync();
        Seen = seen ?? new RowsSeen();
        Database = Database.Open(Folder);
        var protection = DataProtectionProvider.Create(
            new DirectoryInfo(Path.Combine(Folder, "keys")),
            setup => setup.SetApplicationName("CommerceBot"));
        Encryptor = new FieldEncryptor(new DataKeys(Database, protection, Time));
        _store = new SqliteRuntimeStore(
            Database, Encryptor,
            () => new Uri("http://localhost"), Time, TurnOptions.None with
            {
                Mails = true,
            }
        );
        await _store.StartAsync(Seen, CancellationToken.None);
    }

    public override Task AppendFromOutsideAsync(string key, string lane, Activity activity)
    {
        using var session = Database.OpenSession();
        InboxStatements.TryInsert(session, key, lane, RowKind.Command, Encryptor.Encrypt(SchemaJson.Write(activity)), Time.GetUtcNow());
        return Task.CompletedTask;
    }

    public override Task WakeFromOutsideAsync(OutboxId id)
    {
        using var session = Database.OpenSession();
        session["UPDATE outbox SET state = 4 WHERE seq = ?1 AND n = ?2 AND state = 2"].Bind(1, id.Seq).Bind(2, id.Place).Execute();
        return Task.CompletedTask;
    }

    public override async Task<long> FeedAsync(DateTimeOffset asOf, params (Sku Sku, int Quantity)[] rows)
    {
        using var session = Database.OpenSession();
        await using var import = new SqliteCatalogImport(session.Connection);
        for (var line = 0; line < rows.Length; line++)
            await import.AddAsync(Item(line + 2, rows[line].Sku, rows[line].Quantity), CancellationToken.None);
        var totals = await import.TotalsAsync(asOf, CancellationToken.None);
        await import.ReplaceAsync(asOf, CancellationToken.None);
        return totals.CountedSince;
    }

    public override Task<bool> CountAsync(Sku sku, int quantity, DateTimeOffset asOf)
    {
        using var session = Database.OpenSession();
        return Task.FromResult(Counting.TrySet(session, sku, quantity, asOf));
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

    private static FeedItem Item(long line, Sku sku, int quantity) => new(
        line, sku, new ProductId(sku.Value), sku.Value, "", "", FeedCategory.Other, null, null,
        new Dictionary<string, string>(), new Money(990, new Currency("EUR")), null, quantity, Hidden: false);

    private async Task CloseAsync()
    {
        if (_store is null)
            return;
        await _store.DisposeAsync();
        Encryptor.Dispose();
        Database.Dispose();
        _store = null;
    }
}
