using System.Globalization;
using CommerceBot.Runtime;
using Microsoft.Bot.Builder;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>
/// The Bot Framework's state as one turn sees it: reads come from the snapshot, writes wait for the commit and hold only
/// over the version that was read.
/// </summary>
internal sealed class TurnStorage(TurnBuffer buffer, StateCache cache) : IStorage
{
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>(keys.Length);
        foreach (var key in keys)
        {
            var entry = await EntryAsync(key, cancellationToken);
            if (entry.Value is { } bytes)
                found[key] = new StateDocument(bytes, entry.ETag).Unwrap();
        }

        return found;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes)
        {
            var document = StateDocument.Wrap(value);
            var entry = await EntryAsync(key, cancellationToken);
            StoreItemVersions.Check(key, document.ETag, entry.ETag);
            Write(entry, document.Utf8Json);
            document.ETag = entry.ETag;
            if (value is IStoreItem item)
                item.ETag = entry.ETag;
        }
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
            Write(await EntryAsync(key, cancellationToken), null);
    }

    private async ValueTask<Entry> EntryAsync(string key, CancellationToken cancellationToken)
    {
        if (_entries.TryGetValue(key, out var known))
            return known;
        var place = cache.Find(key);
        var entry = place.Known is { } lately
            ? new Entry(key, lately.Version, buffer.Row.Seq, place) { Value = lately.Value }
            : await ReadAsync(key, place, cancellationToken);
        _entries.Add(key, entry);
        buffer.Add(entry.Commit);
        buffer.After(entry.Remember);
        return entry;
    }

    private async ValueTask<Entry> ReadAsync(string key, StateCache.Place place, CancellationToken cancellationToken)
    {
        var session = await buffer.SnapshotAsync(cancellationToken);
        var query = session["SELECT version, sealed FROM state WHERE key = ?1"].Bind(1, key);
        var entry = query.Step()
            ? new Entry(key, query.Int64(0), buffer.Row.Seq, place) { Value = buffer.Encryptor.Decrypt(query.Blob(1)) }
            : new Entry(key, 0, buffer.Row.Seq, place);
        query.Reset();
        return entry;
    }

    private void Write(Entry entry, ReadOnlyMemory<byte>? value)
    {
        entry.Value = value;
        entry.Writes++;
        buffer.Encrypting(() => entry.Encrypt(buffer));
    }

    /// <summary>One state. Version 0 is one that is not stored.</summary>
    private sealed class Entry(string key, long version, long seq, StateCache.Place place)
    {
        private byte[]? _ciphertext;

        public ReadOnlyMemory<byte>? Value { get; set; }

        public int Writes { get; set; }

        public string? ETag => Value is null ? null : Version.ToString(CultureInfo.InvariantCulture);

        /// <summary>Made of the row and the write, so that none ever comes twice, also where a state was deleted between.</summary>
        private long Version => Writes == 0 ? version : (seq << 16) | (uint)Writes;

        public void Encrypt(TurnBuffer buffer) => _ciphertext = Value is { } bytes ? buffer.Encryptor.Encrypt(bytes.Span) : null;

        public bool Commit(Session session)
        {
            if (Writes == 0)
                return IsCurrent(session);
            if (Value is null)
                return version == 0
                    ? IsCurrent(session)
                    : session["DELETE FROM state WHERE key = ?1 AND version = ?2"].Bind(1, key).Bind(2, version).Execute() == 1;
            return (version == 0
                        ? session["INSERT INTO state (key, version, sealed) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"]
                        : session["UPDATE state SET version = ?2, sealed = ?3 WHERE key = ?1 AND version = ?4"].Bind(4, version))
                    .Bind(1, key)
                    .Bind(2, Version)
                    .Bind(3, _ciphertext)
                    .Execute() == 1;
        }

        public void Remember(CommitResult result) =>
            place.Known = result == CommitResult.Committed && Value is { } bytes ? new StateCache.Known(Version, bytes) : null;

        private bool IsCurrent(Session session)
        {
            var query = session["SELECT version FROM state WHERE key = ?1"].Bind(1, key);
            var now = query.Step() ? query.Int64(0) : 0;
            query.Reset();
            return now == version;
        }
    }
}
