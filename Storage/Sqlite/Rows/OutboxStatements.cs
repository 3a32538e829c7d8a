using CommerceBot.Payments;
using CommerceBot.Runtime;

namespace CommerceBot.Storage.Sqlite.Rows;

internal static class OutboxStatements
{
    public static void Insert(Session session, OutboxRow row, byte[] ciphertext, OutboxState state = OutboxState.Waiting) =>
        session[
            "INSERT INTO outbox (seq, n, lane, order_id, kind, target, request, state, created) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
        ]
            .Bind(1, row.Id.Seq)
            .Bind(2, row.Id.Place)
            .Bind(3, row.Lane)
            .Bind(4, row.Order)
            .Bind(5, row.Kind)
            .Bind(6, row.Target)
            .Bind(7, ciphertext)
            .Bind(8, (long)state)
            .Bind(9, row.Created.ToUnixTimeMilliseconds())
            .Execute();

    /// <summary>Ends a waiting row; false when it had ended before.</summary>
    public static bool Close(Session session, OutboxId id, OutboxState state, string? channelId, string? reason, DateTimeOffset now) =>
        session["UPDATE outbox SET state = ?3, channel_id = ?4, reason = ?5, closed = ?6 WHERE seq = ?1 AND n = ?2 AND state = 0"]
            .Bind(1, id.Seq)
            .Bind(2, id.Place)
            .Bind(3, (long)state)
            .Bind(4, channelId)
            .Bind(5, reason)
            .Bind(6, now.ToUnixTimeMilliseconds())
            .Execute() == 1;

    private static readonly string OfMoney = string.Join(", ", PaymentCallKinds.OfMoney.Select(kind => $"'{kind}'"));

    private const string Columns = "seq, n, lane, order_id, kind, target, request, created, attempts, not_before";

    public static List<(OutboxRow Row, DateTimeOffset NotBefore)> ReadWaiting(Session session, RowContext context)
    {
        var rows = new List<(OutboxRow, DateTimeOffset)>();
        var query = session[$"SELECT {Columns} FROM outbox WHERE state = 0 ORDER BY seq, n"];
        while (query.Step())
            rows.Add((Read(query, context), DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(9))));
        query.Reset();
        return rows;
    }

    /// <summary>A dead call whose fate is known otherwise is a dead letter no more.</summary>
    public static void Settle(Session session, string order, string key) =>
        session[
            "UPDATE outbox SET state = 1, reason = 'settled: ' || coalesce(reason, '') WHERE order_id = ?1 AND target = ?2 AND state = 2"
        ]
            .Bind(1, order)
            .Bind(2, key)
            .Execute();

    /// <summary>
    /// Dead rows that an operator wants tried once more: waiting again, as if they were written now. A call of money keeps
    /// its age, since its key is safe to repeat only while it is young; whether it was made, the gateway is asked (OrderCommands.Replay).
    /// </summary>
    public static List<OutboxRow> TakeAgain(Session session, RowContext context, DateTimeOffset now)
    {
        var rows = new List<OutboxRow>();
        var query = session[
            $"UPDATE outbox SET state = 0, attempts = 0, not_before = 0, created = CASE WHEN kind IN ({OfMoney}) THEN created ELSE ?1 END, "
            + $"reason = NULL WHERE state = 4 RETURNING {Columns}"
        ]
            .Bind(1, now.ToUnixTimeMilliseconds());
        while (query.Step())
            rows.Add(Read(query, context));
        query.Reset();
        return rows;
    }

    private static OutboxRow Read(PreparedStatement query, RowContext context)
    {
        var id = new OutboxId(query.Int64(0), query.Int32(1));
        return new OutboxRow(
            id,
            query.Text(2),
            query.TextOrNull(3),
            query.Text(4),
            query.Text(5),
            context.Encryptor.Decrypt(query.Blob(6)),
            DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(7)),
            query.Int32(8))
        {
            PublicId = context.PublicId(id),
        };
    }
}
