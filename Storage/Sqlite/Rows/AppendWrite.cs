using CommerceBot.Runtime;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite.Rows;

/// <summary>Stores what an endpoint brought, and hands the new rows to the lanes once they are durable.</summary>
internal sealed class AppendWrite : Write<AppendResult[]>
{
    private readonly RowContext _context;
    private readonly IReadOnlyList<NewInboxRow> _messages;
    private readonly byte[][] _keys;
    private readonly byte[][] _ciphertexts;
    private readonly byte[]?[] _references;
    private readonly AppendResult[] _results;

    public AppendWrite(RowContext context, IReadOnlyList<NewInboxRow> messages, Func<ConversationReference, byte[]> encrypt)
    {
        _context = context;
        _messages = messages;
        _results = new AppendResult[messages.Count];
        _keys = new byte[messages.Count][];
        _ciphertexts = new byte[messages.Count][];
        _references = new byte[messages.Count][];
        for (var i = 0; i < _ciphertexts.Length; i++)
        {
            _keys[i] = RowContext.KeyOf(messages[i].Arrival.Key);
            _ciphertexts[i] = context.Encryptor.Encrypt(messages[i].Body.Span);
            _references[i] = messages[i].Arrival.Reference is { } reference ? encrypt(reference) : null;
        }
    }

    protected override AppendResult[] Result => _results;

    protected override bool Apply(Session session)
    {
        for (var i = 0; i < _messages.Count; i++)
            _results[i] = Append(session, _messages[i], _keys[i], _ciphertexts[i], _references[i]);
        return true;
    }

    protected override void Committed()
    {
        CrashPoints.Reach(CrashPoints.AfterInboxCommit);
        for (var i = 0; i < _messages.Count; i++)
        {
            if (_results[i].Duplicate)
                continue;
            var (message, seq) = (_messages[i], _results[i].Seq);
            _context.Arrived(new InboxRow(seq, message.Arrival.Lane, message.Arrival.Kind, message.Body, message.Received, 0)
            {
                Fresh = message.Arrival.Activity,
            });
        }
    }

    private static AppendResult Append(Session session, NewInboxRow message, byte[] key, byte[] ciphertext, byte[]? reference)
    {
        var (lane, kind) = (message.Arrival.Lane, message.Arrival.Kind);
        if (InboxStatements.TryInsert(session, key, lane, kind, ciphertext, message.Received) is not { } seq)
            return new AppendResult(InboxStatements.FindSeq(session, key) ?? 0, Duplicate: true);
        if (reference is not null)
        {
            session["INSERT INTO lane (id, reference, seen) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET reference = ?2, seen = ?3"]
                .Bind(1, lane).Bind(2, reference).Bind(3, message.Received.ToUnixTimeMilliseconds()).Execute();
        }

        return new AppendResult(seq, Duplicate: false);
    }
}
