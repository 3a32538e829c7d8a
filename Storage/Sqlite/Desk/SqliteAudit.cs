using System.Text;
using System.Text.Json;
using CommerceBot.Desk.Identity;
using CommerceBot.Orders;
using CommerceBot.Storage.Encryption;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteAudit(DeskReader reader, FieldEncryptor encryptor, IDeskUsers users) : IAudit
{
    public async Task<IReadOnlyList<AuditLine>> LastAsync(int take, CancellationToken cancellationToken)
    {
        var names = (await users.AllAsync(cancellationToken)).ToDictionary(user => user.Id, user => user.Name);
        return await reader.ReadAsync<IReadOnlyList<AuditLine>>(session =>
        {
            var query = session["""
                SELECT a.at, a.action, a.actor, a.sealed, o.number FROM audit_event a LEFT JOIN shop_order o ON o.id = a.order_id
                WHERE a.action NOT GLOB 'state.*' ORDER BY a.id DESC LIMIT ?1
                """].Bind(1, take);
            var lines = new List<AuditLine>();
            while (query.Step())
            {
                var actor = query.TextOrNull(2);
                lines.Add(new AuditLine(
                    DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0)), query.Text(1),
                    actor is null ? null : names.GetValueOrDefault(actor, actor),
                    query.TextOrNull(4) is { } number ? new OrderNumber(number) : null,
                    query.IsNull(3) ? null : DetailOf(query.Text(1), encryptor.Decrypt(query.Blob(3)))));
            }

            query.Reset();
            return lines;
        }, cancellationToken);
    }

    private static string? DetailOf(string action, byte[] plain)
    {
        if (!action.StartsWith("order.", StringComparison.Ordinal))
            return Encoding.UTF8.GetString(plain);
        var detail = JsonSerializer.Deserialize(plain, OrderEventsJson.Default.OrderEventDetail)!;
        var parts = new[] { detail.Amount, detail.Carrier, detail.Tracking, detail.Text }.Where(part => !string.IsNullOrEmpty(part));
        return string.Join(" · ", parts) is { Length: > 0 } said ? said : null;
    }
}
