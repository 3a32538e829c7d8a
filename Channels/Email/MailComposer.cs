using System.Text.Json;
using CommerceBot.Mails;
using CommerceBot.Runtime;
using MimeKit;
using MimeKit.Text;

namespace CommerceBot.Channels.Email;

/// <summary>Makes the message of an outbox row. The same row makes the same mail: its Message-Id is the row's own id.</summary>
internal sealed class MailComposer(
    Func<EmailSettings> settings, OrderMailWriter shopper, MerchantMailWriter merchant, DeclarationMailWriter declarations,
    ChatMailWriter chats)
{
    /// <summary>The message; null when the address that it is for cannot be one.</summary>
    public async Task<MimeMessage?> ComposeAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        if (row.Kind == MailKinds.Merchant)
        {
            var told = Read(row, MailsJson.Default.MerchantMail);
            return Compose(row, settings().Merchant, await MailWriter.WriteAsync(merchant.Write(told), cancellationToken));
        }

        if (row.Kind == MailKinds.Undelivered)
        {
            var missed = Read(row, MailsJson.Default.UndeliveredMail);
            return Compose(row, settings().Merchant, await MailWriter.WriteAsync(merchant.Write(missed), cancellationToken));
        }

        if (row.Kind == MailKinds.MerchantChat)
        {
            var waiting = Read(row, MailsJson.Default.ChatMail);
            return Compose(row, settings().Merchant, await MailWriter.WriteAsync(chats.Write(waiting), cancellationToken));
        }

        if (row.Kind is MailKinds.Declaration or MailKinds.MerchantDeclaration)
            return await DeclarationAsync(row, Read(row, MailsJson.Default.DeclarationMail), cancellationToken);
        var mail = Read(row, MailsJson.Default.OrderMail);
        return MailAddresses.TryRead(mail.To, mail.Order.Contact.Name, out var to)
            ? Compose(row, to, await MailWriter.WriteAsync(shopper.Write(mail), cancellationToken))
            : null;
    }

    private async Task<MimeMessage?> DeclarationAsync(OutboxRow row, DeclarationMail mail, CancellationToken cancellationToken)
    {
        if (row.Kind == MailKinds.MerchantDeclaration)
            return Compose(row, settings().Merchant, await MailWriter.WriteAsync(declarations.ToMerchant(mail), cancellationToken));
        return MailAddresses.TryRead(mail.Said.Email, mail.Said.Name, out var to)
            ? Compose(row, to, await MailWriter.WriteAsync(declarations.ToShopper(mail), cancellationToken))
            : null;
    }

    private MimeMessage Compose(OutboxRow row, MailboxAddress to, WrittenMail mail)
    {
        var addresses = settings();
        var message = new MimeMessage
        {
            MessageId = $"{row.PublicId}@{addresses.From.Domain}",
            Date = row.Created,
            Subject = mail.Subject,
            Body = new MultipartAlternative
            {
                new TextPart(TextFormat.Plain) { Text = mail.Text },
                new TextPart(TextFormat.Html) { Text = mail.Html },
            },
        };
        message.From.Add(addresses.From);
        message.ReplyTo.Add(addresses.ReplyTo);
        message.To.Add(to);
        // No robot answers what a program wrote (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    private static T Read<T>(OutboxRow row, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> json) =>
        JsonSerializer.Deserialize(row.Request.Span, json)
        ?? throw new JsonException($"Outbox row {row.PublicId} holds null instead of a mail.");
}
