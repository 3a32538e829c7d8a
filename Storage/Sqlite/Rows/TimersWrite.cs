using System.Globalization;
using CommerceBot.Runtime;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>Moves due timers into the inbox, a bounded number at a time, and tells when the next one is due.</summary>
internal sealed class TimersWrite(RowContext context, DateTimeOffset now, TimeSpan setBack) : Write<DateTimeOffset?>
{
    private readonly List<InboxRow> _rows = [];
    private DateTimeOffset? _next;

    protected override DateTimeOffset? Result => _next;

    protected override bool Apply(Session session)
    {
        _rows.Clear();
        if (setBack > TimeSpan.Zero)
            session["UPDATE timer SET due = due - ?1"].Bind(1, (long)setBack.TotalMilliseconds).Execute();
        foreach (var (lane, name, due, ciphertext) in ReadDue(session))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"timer:{lane}:{name}:{due}");
            if (InboxStatements.TryInsert(session, key, lane, RowKind.Timer, ciphertext, now) is { } seq)
                _rows.Add(new InboxRow(seq, lane, RowKind.Timer, context.Encryptor.Decrypt(ciphertext), now, 0));
            session["DELETE FROM timer WHERE lane = ?1 AND name = ?2"].Bind(1, lane).Bind(2, name).Execute();
        }

        var query = session["SELECT min(due) FROM timer"];
        query.Step();
        _next = query.IsNull(0) ? null : DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0));
        query.Reset();
        return true;
    }

    protected override void Committed()
    {
        foreach (var row in _rows)
            context.Arrived(row);
    }

    private List<(string Lane, string Name, long Due, byte[] Ciphertext)> ReadDue(Session session)
    {
        var due = new List<(string, string, long, byte[])>();
        var query = session["SELECT lane, name, due, body FROM timer WHERE due <= ?1 ORDER BY due, lane, name LIMIT 200"]
            .Bind(1, now.ToUnixTimeMilliseconds());
        while (query.Step())
            due.Add((query.Text(0), query.Text(1), query.Int64(2), query.Blob(3).ToArray()));
        query.Reset();
        return due;
    }
}
