using System.Text.Json;
using CommerceBot.Desk.Health;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteMailReportQueries(DeskReader reader, FieldEncryptor encryptor) : IMailReportQueries
{
    private const string Newest = """
        SELECT r.sealed, r.at, o.number FROM mail_report r LEFT JOIN shop_order o ON o.id = r.order_id
        WHERE r.fate = ?1 AND r.at > ?2 ORDER BY r.at DESC LIMIT ?3
        """;

    public Task<IReadOnlyList<ReturnedMail>> ReturnedAsync(DateTimeOffset after, int take, CancellationToken cancellationToken) =>
        reader.ReadAsync<IReadOnlyList<ReturnedMail>>(session =>
        {
            var query = session[Newest].Bind(1, (int)MailReportFate.Bounced).Bind(2, after.ToUnixTimeMilliseconds()).Bind(3, take);
            var found = new List<ReturnedMail>();
            while (query.Step())
                found.Add(new ReturnedMail(
                    DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(1)),
                    query.TextOrNull(2) is { } number ? new OrderNumber(number) : null,
                    JsonSerializer.Deserialize(encryptor.Decrypt(query.Blob(0)), MailsJson.Default.MailReport)
                        ?? throw new JsonException("A kept report is null.")));
            query.Reset();
            return found;
        }, cancellationToken);
}
