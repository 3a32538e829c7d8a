using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite.Catalog;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>Mails of one turn: an outbox row each, and a row that keeps the mail unique, all with the turn's commit.</summary>
internal sealed class MailOutbox(TurnBuffer buffer) : IMailOutbox
{
    public Task SendAsync(OrderMail mail, bool again, CancellationToken cancellationToken) =>
        SendAsync(
            mail.Order.Id, MailKinds.Shopper, mail.Kind.ToString(), mail.IsOnce && !again, mail, MailsJson.Default.OrderMail,
            cancellationToken);

    public Task SendAsync(MerchantMail mail, CancellationToken cancellationToken) => SendAsync(
        mail.Order.Id, MailKinds.Merchant, $"merchant.{mail.Kind}", mail.IsOnce, mail, MailsJson.Default.MerchantMail,
        cancellationToken);

    public Task SendAsync(UndeliveredMail mail, CancellationToken cancellationToken) => SendAsync(
        mail.Key, MailKinds.Undelivered, "merchant.Undelivered", true, mail, MailsJson.Default.UndeliveredMail, cancellationToken);

    public async Task SendAsync(DeclarationMail mail, CancellationToken cancellationToken)
    {
        await SendAsync(
            mail.Key, MailKinds.Declaration, nameof(OrderMailKind.WithdrawalReceived), true, mail, MailsJson.Default.DeclarationMail,
            cancellationToken);
        await SendAsync(
            mail.Key, MailKinds.MerchantDeclaration, "merchant.Withdrawal", true, mail, MailsJson.Default.DeclarationMail,
            cancellationToken);
    }

    public Task SendAsync(ChatMail mail, CancellationToken cancellationToken) => SendAsync(
        mail.Key, MailKinds.MerchantChat, "merchant.Chat", true, mail, MailsJson.Default.ChatMail, cancellationToken);

    private async Task SendAsync<T>(
        OrderId order, string row, string kind, bool once, T mail, JsonTypeInfo<T> json, CancellationToken cancellationToken)
    {
        var written = Versions(order, kind, await buffer.SnapshotAsync(cancellationToken)) + Buffered(order, kind);
        if (once && written > 0)
            return;
        var (id, version) = (buffer.NewId(), written + 1);
        buffer.Send(
            id, row, string.Create(CultureInfo.InvariantCulture, $"{kind}/{version}"), JsonSerializer.SerializeToUtf8Bytes(mail, json),
            order.Value);
        var place = int.Parse(id.AsSpan(id.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
        // Another turn may have written it meanwhile: then this one runs again, and sees it.
        buffer.Add(session => session[
                "INSERT INTO mail (order_id, kind, version, at, seq, n) VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING"]
            .Bind(1, order.Value).Bind(2, kind).Bind(3, version).Bind(4, buffer.Now.ToUnixTimeMilliseconds())
            .Bind(5, buffer.Row.Seq).Bind(6, place).Execute() == 1);
    }

    private static int Versions(OrderId order, string kind, Session session)
    {
        var query = session["SELECT coalesce(max(version), 0) FROM mail WHERE order_id = ?1 AND kind = ?2"]
            .Bind(1, order.Value).Bind(2, kind);
        query.Step();
        var version = query.Int32(0);
        query.Reset();
        return version;
    }

    private int Buffered(OrderId order, string kind) => buffer.Outgoing.Count(each =>
        each.Row.Order == order.Value && each.Row.Target.StartsWith(kind + "/", StringComparison.Ordinal));
}
