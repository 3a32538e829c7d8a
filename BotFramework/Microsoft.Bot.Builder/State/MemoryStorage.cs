using System.Globalization;
using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>Keeps values for as long as the process lives: for tests and trials. Versions are checked as in any storage.</summary>
public class MemoryStorage : IStorage
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private long _version;

    /// <summary>Starts with the states of <paramref name="dictionary"/>, if any; they are copied.</summary>
    public MemoryStorage(Dictionary<string, IDictionary<string, JsonElement>>? dictionary = null)
    {
        foreach (var (key, state) in dictionary ?? [])
            _entries[key] = new Entry(JsonSerializer.SerializeToUtf8Bytes(state, StateJson.Options), NextVersion(), null);
    }

    /// <summary>A key that is not there is no error.</summary>
    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_lock)
            foreach (var key in keys)
                _entries.Remove(key);
        return Task.CompletedTask;
    }

    /// <summary>Copies of those that are there, by key.</summary>
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (_lock)
            foreach (var key in keys)
                if (_entries.TryGetValue(key, out var entry))
                    found[key] = entry.Open();
        return Task.FromResult<IDictionary<string, object>>(found);
    }

    /// <summary>All or nothing; sets the ETag of each value to its new version.</summary>
    /// <exception cref="StateConflictException">A value changed since it was read.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var entries = new Dictionary<string, Entry>(changes.Count);
        foreach (var (key, value) in changes)
            entries[key] = Entry.Of(value);
        lock (_lock)
        {
            foreach (var (key, value) in changes)
                if (value is IStoreItem item)
                    StoreItemVersions.Check(key, item.ETag, _entries.TryGetValue(key, out var stored) ? stored.Version : null);
            foreach (var (key, entry) in entries)
            {
                var version = NextVersion();
                _entries[key] = entry with { Version = version };
                if (changes[key] is IStoreItem item)
                    item.ETag = version;
            }
        }

        return Task.CompletedTask;
    }

    private string NextVersion() => (++_version).ToString(CultureInfo.InvariantCulture);

    /// <summary>A value's bytes. The CLR type of a value that is not a state is held beside them, in memory only.</summary>
    private readonly record struct Entry(ReadOnlyMemory<byte> Utf8Json, string Version, Type? Type)
    {
        public static Entry Of(object value) =>
            value is StateDocument document
                ? new Entry(document.Utf8Json, string.Empty, null)
                : new Entry(
                    JsonSerializer.SerializeToUtf8Bytes(value, StateJson.Options.GetTypeInfo(value.GetType())), string.Empty,
                    value.GetType());

        public object Open()
        {
            if (Type is null)
                return new StateDocument(Utf8Json, Version);
            var value = JsonSerializer.Deserialize(Utf8Json.Span, StateJson.Options.GetTypeInfo(Type))!;
            if (value is IStoreItem item)
                item.ETag = Version;
            return value;
        }
    }
}
