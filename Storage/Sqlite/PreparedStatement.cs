using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommerceBot.Storage.Sqlite;

/// <summary>
/// One prepared statement, bound and stepped without boxing: the rows of every turn pass through a dozen of these.
/// Rare statements use Dapper.
/// </summary>
internal sealed class PreparedStatement : IDisposable
{
    private const int ShortText = 256;

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public PreparedStatement(SqliteConnection connection, string sql)
    {
        _database = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_database, sql, out _statement));
    }

    public PreparedStatement Bind(int index, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, index, value));
        return this;
    }

    public PreparedStatement Bind(int index, string? value)
    {
        if (value is null)
            return BindNull(index);
        // Lanes, keys and kinds are short: no need to make bytes of them on the heap each time.
        Span<byte> utf8 = stackalloc byte[ShortText];
        Check(Encoding.UTF8.TryGetBytes(value, utf8, out var length)
            ? raw.sqlite3_bind_text(_statement, index, utf8[..length])
            : raw.sqlite3_bind_text(_statement, index, value));
        return this;
    }

    public PreparedStatement Bind(int index, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, index, value));
        return this;
    }

    public PreparedStatement BindNull(int index)
    {
        Check(raw.sqlite3_bind_null(_statement, index));
        return this;
    }

    /// <summary>True while there is a row to read. The caller resets after the last row it wants.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code == raw.SQLITE_DONE)
            return false;
        raw.sqlite3_reset(_statement);
        Check(code);
        return false;
    }

    /// <summary>Runs to the end and answers how many rows changed.</summary>
    public int Execute()
    {
        while (Step())
        {
        }

        var changes = raw.sqlite3_changes(_database);
        Reset();
        return changes;
    }

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public int Int32(int column) => raw.sqlite3_column_int(_statement, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public ReadOnlySpan<byte> Blob(int column) => raw.sqlite3_column_blob(_statement, column);

    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Check(int code) =>
        SqliteException.ThrowExceptionForRC(code is raw.SQLITE_ROW or raw.SQLITE_DONE ? raw.SQLITE_OK : code, _database);
}

/// <summary>A connection with its statements, each prepared once. Used by one thread at a time.</summary>
internal sealed class Session(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _statements = new(StringComparer.Ordinal);

    /// <summary>Statements written in the code are one string each: found without looking at their letters.</summary>
    private readonly Dictionary<string, PreparedStatement> _literals = new(ReferenceEqualityComparer.Instance);

    public SqliteConnection Connection => connection;

    public PreparedStatement this[string sql]
    {
        get
        {
            if (_literals.TryGetValue(sql, out var statement) || _statements.TryGetValue(sql, out statement))
            {
                statement.Reset(); // An exception between its rows may have left it in the middle.
                return statement;
            }

            _statements.Add(sql, statement = new PreparedStatement(connection, sql));
            if (ReferenceEquals(string.IsInterned(sql), sql))
                _literals.Add(sql, statement);
            return statement;
        }
    }

    public void Run(string sql) => this[sql].Execute();

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
            statement.Dispose();
        connection.Dispose();
    }
}
