using CommerceBot.Runtime;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>Stores what a door brought, and hands the new rows to the lanes once they are durable.</summary>
internal sealed class AppendWrite : Write<Appended[]>
{
    private readonly RowContext _context;
    private readonly IReadOnlyList<StoredArrival> _arrivals;
    private readonly byte[][] _keys;
    private readonly byte[][] _boxes;
    private readonly byte[]?[] _references;
    private readonly Appended[] _results;

    public AppendWrite(RowContext context, IReadOnlyList<StoredArrival> arrivals, Func<ConversationReference, byte[]> seal)
    {
        _context = context;
        _arrivals = arrivals;
        _results = new Appended[arrivals.Count];
        _keys = new byte[arrivals.Count][];
        _boxes = new byte[arrivals.Count][];
        _references = new byte[arrivals.Count][];
        for (var i = 0; i < _boxes.Length; i++)
        {
            _keys[i] = RowContext.KeyOf(arrivals[i].Arrival.Key);
            _boxes[i] = context.Sealer.Seal(arrivals[i].Body.Span);
            _references[i] = arrivals[i].Arrival.Reference is { } reference ? seal(reference) : null;
        }
    }

    protected override Appended[] Result => _results;

    protected override bool Apply(Session session)
    {
        for (var i = 0; i < _arrivals.Count; i++)
            _results[i] = Append(session, _arrivals[i], _keys[i], _boxes[i], _references[i]);
        return true;
    }

    protected override void Committed()
    {
        CrashPoints.Reach(CrashPoints.AfterInboxCommit);
        for (var i = 0; i < _arrivals.Count; i++)
        {
            if (_results[i].Duplicate)
                continue;
            var (arrival, seq) = (_arrivals[i], _results[i].Seq);
            _context.Arrived(new InboxRow(seq, arrival.Arrival.Lane, arrival.Arrival.Kind, arrival.Body, arrival.Received, 0)
            {
                Fresh = arrival.Arrival.Activity,
            });
        }
    }

    private static Appended Append(Session session, StoredArrival arrival, byte[] key, byte[] box, byte[]? reference)
    {
        var (lane, kind) = (arrival.Arrival.Lane, arrival.Arrival.Kind);
        if (InboxStatements.TryInsert(session, key, lane, kind, box, arrival.Received) is not { } seq)
            return new Appended(InboxStatements.FindSeq(session, key) ?? 0, Duplicate: true);
        if (reference is not null)
        {
            session["INSERT INTO lane (id, reference, seen) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET reference = ?2, seen = ?3"]
                .Bind(1, lane).Bind(2, reference).Bind(3, arrival.Received.ToUnixTimeMilliseconds()).Execute();
        }

        return new Appended(seq, Duplicate: false);
    }
}
