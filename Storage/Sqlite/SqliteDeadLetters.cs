using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Rows;

namespace CommerceBot.Storage.Sqlite;

/// <summary>Dead rows, read and woken on connections of one's own: the host may run in another process.</summary>
internal sealed class SqliteDeadLetters(Database database, FieldEncryptor encryptor, TimeProvider time) : IDeadLetters
{
    private const string OfInbox =
        "SELECT seq, -1, kind, lane, closed, attempts, reason FROM inbox WHERE handled = 2 ORDER BY seq DESC LIMIT ?1";

    private const string OfOutbox =
        "SELECT seq, n, kind, lane, closed, attempts, reason FROM outbox WHERE state = 2 ORDER BY seq DESC, n DESC LIMIT ?1";

    public IReadOnlyList<DeadLetter> List(int most = 500)
    {
        using var session = database.OpenSession();
        return [.. Read(session[OfInbox].Bind(1, most)).Concat(Read(session[OfOutbox].Bind(1, most)))
            .OrderByDescending(letter => letter.At)];
    }

    public async Task<DeadLetterCount> CountAsync(CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        // The literals are those of the partial indexes, which are all that is read.
        var query = loan.Session["""
            SELECT count(*), max(closed) FROM (
                SELECT closed FROM inbox WHERE handled = 2 UNION ALL SELECT closed FROM outbox WHERE state = 2)
            """];
        query.Step();
        var count = query.Int32(0);
        var found = new DeadLetterCount(count, count == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(1)));
        query.Reset();
        return found;
    }

    public ReadOnlyMemory<byte> RequestOf(DeadLetter letter)
    {
        using var session = database.OpenSession();
        var query = session["SELECT request FROM outbox WHERE seq = ?1 AND n = ?2"].Bind(1, letter.Place.Seq).Bind(2, letter.Place.Place);
        var request = query.Step()
            ? encryptor.Decrypt(query.Blob(0))
            : throw new InvalidOperationException($"Dead letter {letter.Id} is gone.");
        query.Reset();
        return request;
    }

    public void Settle(DeadLetter letter)
    {
        using var session = database.OpenSession();
        session["UPDATE outbox SET state = ?3, reason = 'settled: ' || coalesce(reason, '') WHERE seq = ?1 AND n = ?2 AND state = ?4"]
            .Bind(1, letter.Place.Seq).Bind(2, letter.Place.Place)
            .Bind(3, (long)OutboxState.Done).Bind(4, (long)OutboxState.Dead).Execute();
    }

    /// <summary>An inbox row comes again as a new row, since its old place is long past; an outbox row wakes where it lies.</summary>
    public void Replay(DeadLetter letter)
    {
        using var session = database.OpenSession();
        session.Run("BEGIN IMMEDIATE");
        if (letter.IsOfOutbox)
            Wake(session, letter.Place);
        else
            HandleAgain(session, letter);
        session.Run("COMMIT");
    }

    private static void Wake(Session session, OutboxId id) =>
        session["UPDATE outbox SET state = ?3 WHERE seq = ?1 AND n = ?2 AND state = ?4"]
            .Bind(1, id.Seq).Bind(2, id.Place).Bind(3, (long)OutboxState.Again).Bind(4, (long)OutboxState.Dead).Execute();

    private void HandleAgain(Session session, DeadLetter letter)
    {
        session[
            "INSERT INTO inbox (key, lane, kind, body, received) SELECT ?2, lane, kind, body, ?3 FROM inbox WHERE seq = ?1 AND handled = ?4"
        ]
            .Bind(1, letter.Place.Seq)
            .Bind(2, RowContext.KeyOf($"replay:{letter.Id}:{letter.At:O}"))
            .Bind(3, time.GetUtcNow().ToUnixTimeMilliseconds())
            .Bind(4, (long)InboxState.Dead)
            .Execute();
        session[
            "UPDATE inbox SET handled = ?2, body = NULL, reason = 'replayed: ' || coalesce(reason, '') WHERE seq = ?1 AND handled = ?3"
        ]
            .Bind(1, letter.Place.Seq)
            .Bind(2, (long)InboxState.Done)
            .Bind(3, (long)InboxState.Dead)
            .Execute();
    }

    /// <summary>Both tables' rows, in the same columns; an inbox row has no place among a turn's rows.</summary>
    private static List<DeadLetter> Read(PreparedStatement query)
    {
        var letters = new List<DeadLetter>();
        while (query.Step())
        {
            var id = new OutboxId(query.Int64(0), query.Int32(1));
            var isOfOutbox = id.Place >= 0;
            letters.Add(new DeadLetter(
                isOfOutbox ? $"out-{id.Seq}-{id.Place}" : $"in-{id.Seq}",
                isOfOutbox ? query.Text(2) : ((RowKind)query.Int32(2)).ToString(),
                query.Text(3), DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(4)), query.Int32(5), query.TextOrNull(6) ?? "", id));
        }

        query.Reset();
        return letters;
    }
}
