using System.Text.Json;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite.Rows;

namespace CommerceBot.Storage.Sqlite.Turns;

internal sealed class MailReports(TurnBuffer buffer) : IMailReports
{
    private const int Most = 100;

    /// <summary>An order has few mails: more than these are not sent again.</summary>
    private const int MostReturned = 10;

    private readonly List<KeptMailReport> _added = [];

    public async Task<IReadOnlyList<KeptMailReport>> OfAsync(OrderId order, CancellationToken cancellationToken)
    {
        var query = (await buffer.SnapshotAsync(cancellationToken))[
            "SELECT sealed, asked FROM mail_report WHERE order_id = ?1 ORDER BY at LIMIT ?2"].Bind(1, order.Value).Bind(2, Most);
        var found = new List<KeptMailReport>();
        while (query.Step())
            found.Add(new KeptMailReport(Open(query.Blob(0)), query.Int32(1) != 0));
        query.Reset();
        found.AddRange(_added.Where(one => one.Report.Order == order));
        return found;
    }

    public void Add(KeptMailReport report)
    {
        _added.Add(report);
        var (told, box) = (report.Report, (byte[]?)null);
        buffer.Encrypting(() =>
            box = buffer.Encryptor.Encrypt(JsonSerializer.SerializeToUtf8Bytes(told, MailsJson.Default.MailReport)));
        buffer.Add(session => session["""
            INSERT INTO mail_report (order_id, kind, version, fate, at, asked, sealed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO NOTHING
            """]
            .Bind(1, told.Order.Value).Bind(2, told.Kind).Bind(3, told.Version).Bind(4, (int)told.Fate)
            .Bind(5, buffer.Now.ToUnixTimeMilliseconds()).Bind(6, report.Asked ? 1 : 0).Bind(7, box!).Execute() == 1);
    }

    public async Task<IReadOnlyList<OrderMail>> ReturnedAsync(OrderId order, string address, CancellationToken cancellationToken)
    {
        var query = (await buffer.SnapshotAsync(cancellationToken))[$"""
            SELECT mail_report.sealed, outbox.request
            FROM mail_report JOIN mail USING (order_id, kind, version)
                JOIN outbox ON outbox.seq = mail.seq AND outbox.n = mail.n AND outbox.kind = '{MailKinds.Shopper}'
            WHERE mail_report.order_id = ?1 AND mail_report.fate = ?2 ORDER BY mail.seq, mail.n LIMIT ?3
            """].Bind(1, order.Value).Bind(2, (int)MailReportFate.Bounced).Bind(3, MostReturned);
        var found = new List<OrderMail>();
        while (query.Step())
            if (Open(query.Blob(0)).To.Equals(address, StringComparison.OrdinalIgnoreCase))
                found.Add(MailOf(query.Blob(1)));
        query.Reset();
        return found;
    }

    private MailReport Open(ReadOnlySpan<byte> box) =>
        JsonSerializer.Deserialize(buffer.Encryptor.Decrypt(box), MailsJson.Default.MailReport)
        ?? throw new JsonException("A kept report is null.");

    private OrderMail MailOf(ReadOnlySpan<byte> box) =>
        JsonSerializer.Deserialize(buffer.Encryptor.Decrypt(box), MailsJson.Default.OrderMail)
        ?? throw new JsonException("A kept mail is null.");
}
