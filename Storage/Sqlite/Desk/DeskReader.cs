using System.Collections.Concurrent;

namespace CommerceBot.Storage.Sqlite.Desk;

/// <summary>
/// Reading connections of the desk's own, two at most: merchants who look around wait for each other, and never a turn for them.
/// </summary>
internal sealed class DeskReader(Database database) : IDisposable
{
    private readonly ConcurrentBag<Session> _sessions = [];
    private readonly SemaphoreSlim _free = new(2);

    /// <summary>Reads over one snapshot.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        var session = _sessions.TryTake(out var known) ? known : database.OpenSession();
        try
        {
            session.Run("BEGIN");
            try
            {
                return read(session);
            }
            finally
            {
                session.Run("COMMIT");
            }
        }
        finally
        {
            _sessions.Add(session);
            _free.Release();
        }
    }

    public void Dispose()
    {
        while (_sessions.TryTake(out var session))
            session.Dispose();
        _free.Dispose();
    }
}
