using CommerceBot.Desk.Live;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>SQLite counts the commits of other connections; this one writes nothing, so all are others'.</summary>
internal sealed class SqliteChangeWatch(Database database) : IChangeWatch, IDisposable
{
    private readonly Lock _lock = new();
    private Session? _session;
    private long _seen = -1;

    public Task<bool> HasChangedAsync()
    {
        lock (_lock)
        {
            _session ??= database.OpenSession();
            var query = _session["PRAGMA data_version"];
            query.Step();
            var version = query.Int64(0);
            query.Reset();
            var changed = version != _seen;
            _seen = version;
            return Task.FromResult(changed);
        }
    }

    public void Dispose() => _session?.Dispose();
}
