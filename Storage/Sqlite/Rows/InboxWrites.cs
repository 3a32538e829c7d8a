using CommerceBot.Runtime;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>Counts a try that did not end well.</summary>
internal sealed class CountAttemptWrite(long seq) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        session["UPDATE inbox SET attempts = attempts + 1 WHERE seq = ?1 AND handled = 0"].Bind(1, seq).Execute();
        return true;
    }
}

/// <summary>Closes a row that cannot even begin a turn.</summary>
internal sealed class DeadLetterWrite(long seq, string reason, DateTimeOffset now) : Write<bool>
{
    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        InboxStatements.Close(session, seq, reason, now);
        return true;
    }
}

/// <summary>Finds rows that another process appended or woke, such as a merchant's command.</summary>
internal sealed class ExternalRowsWrite(RowContext context, ExternalRows seen, DateTimeOffset now) : Write<bool>
{
    private List<InboxRow> _rows = [];
    private List<OutboxRow> _again = [];
    private bool? _changed;
    private long _version;
    private long _upTo;

    protected override bool Result => true;

    protected override bool Apply(Session session)
    {
        _changed ??= seen.HaveOthersWritten(session, out _version);
        if (!_changed.Value)
            return true;
        _rows = seen.Read(session, context, out _upTo);
        _again = OutboxStatements.TakeAgain(session, context, now);
        return true;
    }

    protected override void Committed()
    {
        if (_changed == true)
            seen.LookedUpTo(_version, _upTo);
        context.ToldOfBefore |= context.Sink is not null;
        foreach (var row in _rows)
            context.Arrived(row);
        foreach (var row in _again)
            context.Sink?.ToSend(row, wasWaiting: false, DateTimeOffset.MinValue);
    }
}

/// <summary>How far the writer has looked. Belongs to the writer's thread.</summary>
internal sealed class ExternalRows
{
    private long _version = -1;
    private long _from;

    /// <summary>SQLite's own counter of commits by other connections; ours are not counted on the writer's connection.</summary>
    public bool HaveOthersWritten(Session session, out long version)
    {
        var query = session["PRAGMA data_version"];
        query.Step();
        version = query.Int64(0);
        query.Reset();
        return version != _version;
    }

    /// <summary>Only after the commit: what a failed look found is looked for again.</summary>
    public void LookedUpTo(long version, long seq)
    {
        _version = version;
        _from = seq + 1;
    }

    public List<InboxRow> Read(Session session, RowContext context, out long upTo)
    {
        var rows = InboxStatements.Waiting(session, context, _from);
        var query = session["SELECT coalesce(max(seq), 0) FROM inbox"];
        query.Step();
        upTo = query.Int64(0);
        query.Reset();
        return rows;
    }
}
