using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>
/// Versioned, encrypted JSON documents of one table, as a turn sees them: what it read must still be current when it
/// commits, and a document is saved only over the version that was read.
/// </summary>
/// <param name="upgrade">Brings the text of an earlier version to how it is written now; null where none differs.</param>
internal sealed class Documents<T>(TurnBuffer buffer, string table, string keyColumn, JsonTypeInfo<T> json, Func<byte[],
    byte[]>? upgrade = null)
    where T : class
{
    /// <summary>Most turns ask for none of most tables.</summary>
    private Dictionary<string, Known>? _known;

    private Dictionary<string, Known> All => _known ??= new(StringComparer.Ordinal);

    public async ValueTask<(T? Value, long Version)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (All.TryGetValue(key, out var known))
            return (known.Value, known.Version);
        var session = await buffer.SnapshotAsync(cancellationToken);
        var query = session[$"SELECT version, sealed FROM {table} WHERE {keyColumn} = ?1"].Bind(1, key);
        var found = query.Step()
            ? new Known { Version = query.Int64(0), Value = Read(query.Blob(1)) }
            : new Known();
        query.Reset();
        All.Add(key, found);
        buffer.Add(writer => found.Saved || IsCurrent(writer, key, found.Version));
        return (found.Value, found.Version);
    }

    /// <summary>
    /// Saves over the version that was read; a document that was never read must not exist yet. The row is written by
    /// <paramref name="write"/>, which answers whether it matched.
    /// </summary>
    public void Save(string key, T value, Func<Session, Saving, T, bool>? write = null)
    {
        if (!All.TryGetValue(key, out var known))
            All.Add(key, known = new Known());
        known.Value = value;
        if (known.Saved)
            return;
        known.Saved = true;
        var version = known.Version;
        var ciphertext = new Lazy<byte[]>(() => buffer.Encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(known.Value, json)));
        buffer.Encrypting(() => _ = ciphertext.Value);
        buffer.Add(session =>
        {
            var saving = new Saving(key, version, version + 1, ciphertext.Value);
            return write is null ? Write(session, saving) : write(session, saving, known.Value!);
        });
    }

    private T? Read(ReadOnlySpan<byte> ciphertext)
    {
        var text = buffer.Encryptor.Decrypt(ciphertext);
        return JsonSerializer.Deserialize(upgrade is null ? text : upgrade(text), json);
    }

    private bool IsCurrent(Session session, string key, long version)
    {
        var query = session[$"SELECT version FROM {table} WHERE {keyColumn} = ?1"].Bind(1, key);
        var now = query.Step() ? query.Int64(0) : 0;
        query.Reset();
        return now == version;
    }

    private bool Write(Session session, Saving saving)
    {
        var statement = saving.Read == 0
            ? session[$"INSERT INTO {table} ({keyColumn}, version, sealed) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"]
            : session[$"UPDATE {table} SET version = ?2, sealed = ?3 WHERE {keyColumn} = ?1 AND version = ?4"].Bind(4, saving.Read);
        return statement.Bind(1, saving.Key).Bind(2, saving.New).Bind(3, saving.Ciphertext).Execute() == 1;
    }

    private sealed class Known
    {
        public T? Value { get; set; }

        public long Version { get; init; }

        public bool Saved { get; set; }
    }
}

/// <summary>What a save writes: over version <paramref name="Read"/> (0: a new row), becoming <paramref name="New"/>.</summary>
internal readonly record struct Saving(string Key, long Read, long New, byte[] Ciphertext);
