using System.Text.Json;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Storage.Encryption;
using CommerceBot.Storage.Sqlite.Rows;

namespace CommerceBot.Storage.Sqlite;

internal sealed class SqliteSentMails(Database database, FieldEncryptor encryptor) : ISentMails
{
    private const int Done = (int)OutboxState.Done;

    public async Task<SentMail?> FindAsync(string id, CancellationToken cancellationToken)
    {
        if (!OutboxId.TryRead(id, database.Id, out var row))
            return null;
        using var loan = await database.BorrowAsync(cancellationToken);
        var query = loan.Session[$"""
            SELECT mail.order_id, mail.kind, mail.version, outbox.kind, outbox.request, shop_order.lane
            FROM mail JOIN outbox ON outbox.seq = mail.seq AND outbox.n = mail.n
                LEFT JOIN shop_order ON shop_order.id = mail.order_id
            WHERE mail.seq = ?1 AND mail.n = ?2 AND outbox.state = {Done}
            """].Bind(1, row.Seq).Bind(2, row.Place);
        var found = query.Step()
            ? new SentMail(
                id, new OrderId(query.Text(0)), query.Text(1), query.Int32(2), query.TextOrNull(5) ?? $"order:{query.Text(0)}",
                AddressOf(query.Text(3), encryptor.Decrypt(query.Blob(4))))
            : null;
        query.Reset();
        return found;
    }

    private static string? AddressOf(string kind, ReadOnlySpan<byte> request) => kind switch
    {
        MailKinds.Shopper => JsonSerializer.Deserialize(request, MailsJson.Default.OrderMail)?.To,
        MailKinds.Declaration => JsonSerializer.Deserialize(request, MailsJson.Default.DeclarationMail)?.Said.Email,
        _ => null,
    };
}
