using Microsoft.Data.Sqlite;

namespace CommerceBot.Bench.Floor;

/// One SQLite file, one writer thread, one transaction for whatever came while the last one was being written.
/// A failed write ends the process: a floor that loses rows is no floor.
internal sealed class Ledger : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statements _statements;
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _work = new(0);
    private readonly Thread _writer;
    private List<IWrite> _waiting = [];
    private bool _closed;

    public Ledger(string file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        _connection.Open();
        Statements.Run(_connection, Schema);
        _statements = new Statements(_connection);
        _writer = new Thread(Write) { Name = "ledger" };
        _writer.Start();
    }

    private const string Schema = """
        PRAGMA journal_mode=WAL;
        PRAGMA synchronous=FULL;
        PRAGMA cache_size=-65536;
        PRAGMA wal_autocheckpoint=8000;
        CREATE TABLE inbox(seq INTEGER PRIMARY KEY, lane TEXT NOT NULL, key BLOB NOT NULL UNIQUE, body BLOB NOT NULL,
            handled INTEGER NOT NULL DEFAULT 0);
        CREATE TABLE state(lane TEXT PRIMARY KEY, json BLOB NOT NULL);
        CREATE TABLE outbox(id INTEGER PRIMARY KEY, lane TEXT NOT NULL, request BLOB NOT NULL, sent INTEGER NOT NULL DEFAULT 0);
        """;

    public void Add(IWrite write)
    {
        bool first;
        lock (_lock)
        {
            _waiting.Add(write);
            first = _waiting.Count == 1;
        }

        if (first) _work.Release();
    }

    public void Dispose()
    {
        lock (_lock) _closed = true;
        _work.Release();
        _writer.Join();
        _statements.Dispose();
        _connection.Dispose();
    }

    private void Write()
    {
        List<IWrite> group = [];
        while (true)
        {
            _work.Wait();
            lock (_lock)
            {
                if (_closed) return;
                (group, _waiting) = (_waiting, group);
            }

            _statements.Begin();
            foreach (var write in group) write.Apply(_statements);
            _statements.Commit();
            foreach (var write in group) write.Committed();
            group.Clear();
        }
    }
}

/// One thing to be written, and what to do once it is safe.
internal interface IWrite
{
    void Apply(Statements statements);

    void Committed();
}
