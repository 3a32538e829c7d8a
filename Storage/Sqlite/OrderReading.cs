using System.Text.Json;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Rows;

namespace CommerceBot.Storage.Sqlite;

/// <summary>What stands beside an order, read in a session that is open.</summary>
internal static class OrderReading
{
    /// <summary>Flags that lift by themselves, when money is on its way back, count too: until then it is owed.</summary>
    public const OrderFlags NeedsAPerson = OrderFlags.Disputed | OrderFlags.RefundStuck | OrderFlags.PaidUnfilled | OrderFlags.PaidTwice
        | OrderFlags.Withdrawn | OrderFlags.ReturnAsked;

    private const int Dead = (int)OutboxState.Dead;

    /// <summary>The order's ledger, of whatever version it was written; null when nothing was asked of a gateway yet.</summary>
    public static PaymentLedger? Ledger(Session session, FieldEncryptor encryptor, OrderId order)
    {
        var query = session["SELECT sealed FROM payment WHERE order_id = ?1"].Bind(1, order.Value);
        var ledger = query.Step()
            ? JsonSerializer.Deserialize(StoredLedger.Upgrade(encryptor.Decrypt(query.Blob(0))), PaymentsJson.Default.PaymentLedger)
            : null;
        query.Reset();
        return ledger;
    }

    /// <summary>
    /// Messages of the order's conversation, since it was placed, that never reached the shopper, with the reason of
    /// each.
    /// </summary>
    public static List<(DateTimeOffset At, string Reason)> Undelivered(Session session, Order order)
    {
        // The state stands in the text, since an index over dead rows alone is not found for one that is bound.
        var query = session[
            $"SELECT created, reason FROM outbox WHERE lane = ?1 AND state = {Dead} AND order_id IS NULL AND created >= ?2 ORDER BY seq, n"]
            .Bind(1, order.Lane.Value).Bind(2, order.Created.ToUnixTimeMilliseconds());
        var found = new List<(DateTimeOffset, string)>();
        while (query.Step())
            found.Add((DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0)), query.TextOrNull(1) ?? ""));
        query.Reset();
        return found;
    }

    /// <summary>
    /// Mails to the shopper about the order, the oldest first. Of one whose row is kept no longer, nothing else is
    /// known: it was sent.
    /// </summary>
    public static List<MailFate> Mails(Session session, FieldEncryptor encryptor, OrderId order)
    {
        var query = session["""
            SELECT mail.at, mail.kind, mail.version, outbox.state, outbox.reason
            FROM mail LEFT JOIN outbox ON outbox.seq = mail.seq AND outbox.n = mail.n
            WHERE mail.order_id = ?1 AND mail.kind NOT GLOB 'merchant.*' ORDER BY mail.seq, mail.n
            """].Bind(1, order.Value);
        var found = new List<MailFate>();
        while (query.Step())
            found.Add(new MailFate(
                DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0)), Enum.Parse<OrderMailKind>(query.Text(1)), query.Int32(2),
                query.IsNull(3) ? MailState.Sent : StateOf((OutboxState)query.Int32(3)), query.TextOrNull(4)));
        query.Reset();
        found.AddRange(Reports(session, encryptor, order));
        return found;
    }

    /// <summary>What mail servers said later of the shopper's mails.</summary>
    private static List<MailFate> Reports(Session session, FieldEncryptor encryptor, OrderId order)
    {
        var query = session[
            $"SELECT sealed, at FROM mail_report WHERE order_id = ?1 AND kind NOT GLOB '{MailKinds.ToMerchant}*' ORDER BY at"]
            .Bind(1, order.Value);
        var found = new List<MailFate>();
        while (query.Step())
        {
            var report = JsonSerializer.Deserialize(encryptor.Decrypt(query.Blob(0)), MailsJson.Default.MailReport)
                ?? throw new JsonException("A kept report is null.");
            found.Add(new MailFate(
                DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(1)), Enum.Parse<OrderMailKind>(report.Kind), report.Version,
                report.Fate == MailReportFate.Bounced ? MailState.Bounced : MailState.Delayed, $"{report.To}: {report.Reason}"));
        }

        query.Reset();
        return found;
    }

    private static MailState StateOf(OutboxState state) => state switch
    {
        OutboxState.Done => MailState.Sent,
        OutboxState.Dead => MailState.Failed,
        _ => MailState.Waiting,
    };
}
