using System.Collections.Concurrent;
using System.Security.Cryptography;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Catalog;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Storage.Sqlite;

/// <summary>The one file in the data folder: opened in WAL mode, brought to the newest migration, synced at every commit.</summary>
internal sealed class Database : IDisposable
{
    private readonly string _connectionString;
    private readonly ConcurrentBag<Session> _readers = [];
    private readonly SemaphoreSlim _free;

    private Database(string folder, int readers)
    {
        var path = System.IO.Path.Combine(folder, "commercebot.db");
        Words = new BlindIndex(() => KeyFiles.ReadOrCreate(folder, KeyFiles.SearchKey));
        Path = path;
        _free = new SemaphoreSlim(readers);
        _connectionString = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 10 }.ToString();
    }

    public string Path { get; }

    /// <summary>The words of the search index, remembered while they stay as they are.</summary>
    public SearchVocabularies Vocabularies { get; } = new();

    /// <summary>Hashes the words by which orders are found.</summary>
    public BlindIndex Words { get; }

    /// <summary>64 random bits in hex, made with the file.</summary>
    public string Id { get; private set; } = "";

    /// <param name="alone">Taken before an older file is changed, by those who do not hold the folder already.</param>
    /// <exception cref="DataFolderException">The file cannot be opened, read or written.</exception>
    public static Database Open(string dataFolder, int readers = 8, Func<IDisposable>? alone = null) => DataFolder.Guard(dataFolder, () =>
    {
        Directory.CreateDirectory(dataFolder);
        var database = new Database(dataFolder, readers);
        using var session = database.OpenSession();
        if (Migrations.AreDue(session.Connection))
        {
            using var held = alone?.Invoke();
            Migrations.Apply(session.Connection);
        }

        if (alone is null)
            MakeShrinkable(session);
        database.Id = ReadOrMakeId(session);
        return database;
    });

    /// <summary>A connection of one's own, for the writer and for commands.</summary>
    public Session OpenSession()
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var pragmas = connection.CreateCommand();
            pragmas.CommandText = """
                PRAGMA auto_vacuum=INCREMENTAL;
                PRAGMA journal_mode=WAL;
                PRAGMA synchronous=FULL;
                PRAGMA busy_timeout=10000;
                PRAGMA temp_store=MEMORY;
                PRAGMA cache_size=-16384;
                PRAGMA wal_autocheckpoint=8000;
                PRAGMA journal_size_limit=67108864;
                """;
            pragmas.ExecuteNonQuery();
            return new Session(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Lends a reading connection; give it back by disposing the loan.</summary>
    public async ValueTask<Lease> BorrowAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Lease(this, _readers.TryTake(out var session) ? session : OpenSession());
    }

    public void Dispose()
    {
        while (_readers.TryTake(out var session))
            session.Dispose();
        _free.Dispose();
    }

    /// <summary>A file that was made before pages could be given back is written anew, once.</summary>
    private static void MakeShrinkable(Session session)
    {
        var query = session["PRAGMA auto_vacuum"];
        var isShrinkable = query.Step() && query.Int64(0) != 0;
        query.Reset();
        if (isShrinkable)
            return;
        try
        {
            session.Run("VACUUM");
        }
        catch (SqliteException)
        {
            // No space for a second copy, or somebody else uses the file: it stays as large as it is until the next start.
        }
    }

    private static string ReadOrMakeId(Session session)
    {
        session["INSERT INTO meta (name, value) VALUES ('database', ?1) ON CONFLICT DO NOTHING"]
            .Bind(1, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))).Execute();
        return ReadMeta(session, "database")!;
    }

    public static string? ReadMeta(Session session, string name)
    {
        var query = session["SELECT value FROM meta WHERE name = ?1"].Bind(1, name);
        var value = query.Step() ? query.Text(0) : null;
        query.Reset();
        return value;
    }

    public static void WriteMeta(Session session, string name, string value) =>
        session["INSERT INTO meta (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2"]
            .Bind(1, name).Bind(2, value).Execute();

    /// <summary>A borrowed reading connection.</summary>
    public readonly struct Lease(Database database, Session session) : IDisposable
    {
        public Session Session => session;

        public void Dispose()
        {
            database._readers.Add(session);
            database._free.Release();
        }
    }
}
