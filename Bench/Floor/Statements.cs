using Microsoft.Data.Sqlite;

namespace CommerceBot.Bench.Floor;

/// The ledger's prepared statements. Used by the writer's thread alone.
internal sealed class Statements : IDisposable
{
    private readonly SqliteCommand _begin, _commit, _append, _handled, _state, _outbox, _sent;
    private long _inboxSeq, _outboxId;

    public Statements(SqliteConnection connection)
    {
        _begin = Prepare(connection, "BEGIN IMMEDIATE");
        _commit = Prepare(connection, "COMMIT");
        _append = Prepare(connection, "INSERT OR IGNORE INTO inbox(seq, lane, key, body) VALUES($1, $2, $3, $4)", 4);
        _handled = Prepare(connection, "UPDATE inbox SET handled = 1 WHERE seq = $1 AND handled = 0", 1);
        _state = Prepare(
            connection, "INSERT INTO state(lane, json) VALUES($1, $2) ON CONFLICT(lane) DO UPDATE SET json = excluded.json", 2);
        _outbox = Prepare(connection, "INSERT INTO outbox(id, lane, request) VALUES($1, $2, $3)", 3);
        _sent = Prepare(connection, "UPDATE outbox SET sent = 1 WHERE id = $1", 1);
    }

    public void Begin() => _begin.ExecuteNonQuery();

    public void Commit() => _commit.ExecuteNonQuery();

    /// The new row's number, or null when its key is known already.
    public long? Append(string lane, byte[] key, ReadOnlyMemory<byte> body) =>
        Run(_append, _inboxSeq + 1, lane, key, body.ToArray()) == 0 ? null : ++_inboxSeq;

    public bool MarkHandled(long seq) => Run(_handled, seq) == 1;

    public void SaveState(string lane, byte[] json) => Run(_state, lane, json);

    public long AddOutbox(string lane, byte[] request)
    {
        Run(_outbox, ++_outboxId, lane, request);
        return _outboxId;
    }

    public void MarkSent(long id) => Run(_sent, id);

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in new[] { _begin, _commit, _append, _handled, _state, _outbox, _sent }) command.Dispose();
    }

    private static SqliteCommand Prepare(SqliteConnection connection, string sql, int parameters = 0)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var n = 1; n <= parameters; n++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${n}" });
        return command;
    }

    private static int Run(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var n = 0; n < values.Length; n++) command.Parameters[n].Value = values[n];
        return command.ExecuteNonQuery();
    }
}
