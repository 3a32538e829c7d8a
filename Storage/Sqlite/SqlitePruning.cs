using System.Security.Cryptography;
using System.Text.Json;
using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Rows;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite;

/// <summary>
/// Forgets what is kept no longer. What to forget is looked for over reading connections; the writer, on whom every turn
/// waits, only deletes a few rows at a time by their keys.
/// </summary>
internal sealed class SqlitePruning(Database database, Writer writer, FieldEncryptor encryptor)
{
    private const int Look = 2000;
    private const int Slice = 200;

    /// <summary>
    /// Every so many hours all rows are looked at. In between it ends where rows are young: they lie by age, unless the clock
    /// was set.
    /// </summary>
    private const int WholeEvery = 24;

    private int _passes;

    public async Task RunAsync(Retention retention, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var whole = _passes++ % WholeEvery == 0;
        var before = now - retention.Rows;
        var arrivals = new Walk(Arrivals, rows => new DeleteArrivalsWrite([.. rows.Select(row => row.Seq)], before));
        var calls = new Walk(Calls, rows => new DeleteCallsWrite(rows, before));
        await WalkAsync(arrivals, before, whole, cancellationToken);
        await WalkAsync(calls, before, whole, cancellationToken);
        while (await writer.WriteAsync(new DeleteUnclearWrite(before)))
            cancellationToken.ThrowIfCancellationRequested();
        while (await writer.WriteAsync(new DeleteChatsWrite(before)))
            cancellationToken.ThrowIfCancellationRequested();
        await ForgetLanesAsync(now - retention.Conversations, cancellationToken);
        await ShrinkAsync(cancellationToken);
    }

    private async Task WalkAsync(Walk walk, DateTimeOffset before, bool whole, CancellationToken cancellationToken)
    {
        var from = new OutboxId(0, -1);
        List<Candidate> seen;
        do
        {
            using (var loan = await database.BorrowAsync(cancellationToken))
                seen = walk.Look(loan.Session, from, before.ToUnixTimeMilliseconds());
            foreach (var slice in seen.Where(row => row.IsOld && row.IsDone).Select(row => row.Id).Chunk(Slice))
            {
                cancellationToken.ThrowIfCancellationRequested();
                await writer.WriteAsync(walk.Delete(slice));
            }

            if (seen.Count > 0)
                from = seen[^1].Id;
        }
        while (seen.Count == Look && (whole || seen.Any(row => row.IsOld)));
    }

    private static List<Candidate> Arrivals(Session session, OutboxId from, long before)
    {
        var found = new List<Candidate>(Look);
        var query = session["SELECT seq, received < ?2, handled = 1 FROM inbox WHERE seq > ?1 ORDER BY seq LIMIT ?3"]
            .Bind(1, from.Seq).Bind(2, before).Bind(3, Look);
        while (query.Step())
            found.Add(new Candidate(new OutboxId(query.Int64(0), 0), query.Int32(1) == 1, query.Int32(2) == 1));
        query.Reset();
        return found;
    }

    private static List<Candidate> Calls(Session session, OutboxId from, long before)
    {
        var found = new List<Candidate>(Look);
        var query = session["SELECT seq, n, created < ?3, state IN (1, 3) FROM outbox WHERE (seq, n) > (?1, ?2) ORDER BY seq, n LIMIT ?4"]
            .Bind(1, from.Seq).Bind(2, from.Place).Bind(3, before).Bind(4, Look);
        while (query.Step())
            found.Add(new Candidate(new OutboxId(query.Int64(0), query.Int32(1)), query.Int32(2) == 1, query.Int32(3) == 1));
        query.Reset();
        return found;
    }

    /// <summary>A conversation in which something was ordered stays: a refund or a dispute may have to be told there years later.</summary>
    private async Task ForgetLanesAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        List<(string Lane, byte[] Ciphertext)> old;
        HashSet<string> needed;
        using (var loan = await database.BorrowAsync(cancellationToken))
        {
            old = Old(loan.Session, before);
            needed = old.Count == 0 ? [] : Needed(loan.Session);
        }

        foreach (var (lane, ciphertext) in old)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!needed.Contains(lane) && ReferenceIn(ciphertext) is { } reference)
                await writer.WriteAsync(new ForgetLaneWrite(lane, reference, before));
        }
    }

    private static List<(string Lane, byte[] Ciphertext)> Old(Session session, DateTimeOffset before)
    {
        var old = new List<(string, byte[])>();
        var query = session["SELECT id, reference FROM lane WHERE seen < ?1"].Bind(1, before.ToUnixTimeMilliseconds());
        while (query.Step())
            old.Add((query.Text(0), query.Blob(1).ToArray()));
        query.Reset();
        return old;
    }

    private static HashSet<string> Needed(Session session)
    {
        var needed = new HashSet<string>(StringComparer.Ordinal);
        var query = session["""
            SELECT lane FROM shop_order UNION SELECT lane FROM timer
            UNION SELECT lane FROM inbox WHERE handled <> 1 UNION SELECT lane FROM outbox WHERE state NOT IN (1, 3)
            """];
        while (query.Step())
            needed.Add(query.Text(0));
        query.Reset();
        return needed;
    }

    /// <summary>Null where the key is lost: such a conversation is left as it is.</summary>
    private ConversationReference? ReferenceIn(byte[] ciphertext)
    {
        try
        {
            return JsonSerializer.Deserialize<ConversationReference>(encryptor.Decrypt(ciphertext), SchemaJson.Options);
        }
        catch (CryptographicException)
        {
            return null; // Nothing of it can be told from the others; nobody waits for it.
        }
    }

    private async Task ShrinkAsync(CancellationToken cancellationToken)
    {
        var any = false;
        while (!cancellationToken.IsCancellationRequested && await writer.WriteAsync(new ShrinkWrite()))
            any = true;
        if (!any)
            return;
        // The file itself becomes smaller when the log is brought into it; passively, so that nobody waits.
        using var session = database.OpenSession();
        session.Run("PRAGMA wal_checkpoint(PASSIVE)");
    }

    /// <summary>How the rows of a table are looked at from one on, and how some of them are deleted.</summary>
    private sealed record Walk(Func<Session, OutboxId, long, List<Candidate>> Look, Func<IReadOnlyList<OutboxId>, Write<bool>> Delete);

    private readonly record struct Candidate(OutboxId Id, bool IsOld, bool IsDone);
}
