using System.Security.Cryptography;
using CommerceBot.Runtime;

namespace CommerceBot.Storage.Sqlite.Rows;

internal static class InboxStatements
{
    private const string Insert =
        "INSERT INTO inbox (key, lane, kind, body, received, handled) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (key) DO NOTHING";

    /// <summary>Inserts one row and answers its number, or null when its key is known.</summary>
    public static long? TryInsert(
        Session session, string key, string lane, RowKind kind, byte[]? body, DateTimeOffset received, bool handled = false
    ) => TryInsert(session, RowContext.KeyOf(key), lane, kind, body, received, handled);

    /// <param name="key">What <see cref="RowContext.KeyOf"/> made of the endpoint's key.</param>
    public static long? TryInsert(
        Session session, byte[] key, string lane, RowKind kind, byte[]? body, DateTimeOffset received, bool handled = false)
    {
        var statement = session[Insert]
            .Bind(1, key).Bind(2, lane).Bind(3, (long)kind)
            .Bind(5, received.ToUnixTimeMilliseconds()).Bind(6, handled ? 1 : 0);
        statement = body is null ? statement.BindNull(4) : statement.Bind(4, body);
        return statement.Execute() == 0 ? null : SQLitePCL.raw.sqlite3_last_insert_rowid(session.Connection.Handle!);
    }

    public static long? FindSeq(Session session, byte[] key)
    {
        var query = session["SELECT seq FROM inbox WHERE key = ?1"].Bind(1, key);
        long? seq = query.Step() ? query.Int64(0) : null;
        query.Reset();
        return seq;
    }

    /// <summary>Closes a waiting row; false when another run closed it before.</summary>
    public static bool Close(Session session, long seq, string? deadReason, DateTimeOffset now) =>
        session[
            "UPDATE inbox SET handled = ?2, closed = ?3, reason = ?4, body = CASE WHEN ?2 = 1 THEN NULL ELSE body END WHERE seq = ?1 AND "
            + "handled = 0"
        ]
            .Bind(1, seq)
            .Bind(2, deadReason is null ? 1 : 2)
            .Bind(3, now.ToUnixTimeMilliseconds())
            .Bind(4, deadReason)
            .Execute() == 1;

    /// <summary>Waiting rows from a number on, oldest first.</summary>
    public static List<InboxRow> Waiting(Session session, RowContext context, long from)
    {
        var rows = new List<InboxRow>();
        var query = session["SELECT seq, lane, kind, body, received, attempts FROM inbox WHERE seq >= ?1 AND handled = 0 ORDER BY seq"]
            .Bind(1, from);
        while (query.Step())
        {
            rows.Add(new InboxRow(
                query.Int64(0),
                query.Text(1),
                (RowKind)query.Int32(2),
                OpenOrEmpty(context, query.Blob(3)),
                DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(4)),
                query.Int32(5)));
        }

        query.Reset();
        return rows;
    }

    /// <summary>
    /// One damaged row must not keep the others from being handled: empty, it fails its own turn and becomes a dead
    /// letter.
    /// </summary>
    private static byte[] OpenOrEmpty(RowContext context, ReadOnlySpan<byte> ciphertext)
    {
        try
        {
            return context.Encryptor.Decrypt(ciphertext);
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
