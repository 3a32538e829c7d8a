using CommerceBot.Mails;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;
using MimeKit;

namespace CommerceBot.Channels.Email;

/// <summary>
/// Makes a report on delivery a row in the lane of the order that its mail was about. It must name a mail that left this shop, and the
/// address that this mail went to: anybody can write a report, and who got a mail of ours can guess the ids of others.
/// </summary>
internal sealed class BounceHandler(ISentMails mails, MessageInbox inbox, TimeProvider time, Func<EmailSettings> settings)
{
    /// <returns>How many rows are new.</returns>
    public async Task<int> TakeAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<string, IncomingMessage>();
        foreach (var report in DeliveryReport.Read(message))
            if (await mails.FindAsync(report.MailId, cancellationToken) is { } mail && (mail.To ?? settings().Merchant.Address) is var to
                && report.Recipients.Contains(to, StringComparer.OrdinalIgnoreCase))
                rows.TryAdd(KeyOf(report), RowOf(report, mail, to));
        return rows.Count == 0 ? 0 : (await inbox.AppendAsync([.. rows.Values], cancellationToken)).Count(row => !row.Duplicate);
    }

    /// <summary>A mail comes back once and is late once: a server that says so again says nothing new.</summary>
    private static string KeyOf(DeliveryReport report) => $"mail-report:{report.MailId}:{FateOf(report)}";

    private static MailReportFate FateOf(DeliveryReport report) => report.IsFinal ? MailReportFate.Bounced : MailReportFate.Delayed;

    private IncomingMessage RowOf(DeliveryReport report, SentMail mail, string to) => new(
        KeyOf(report), mail.Lane, RowKind.GatewayEvent, new Activity
        {
            Type = ActivityTypes.Event,
            Name = MailReportEvents.Reported,
            Value = MailReportEvents.Write(
                new MailReport(mail.Order, mail.Kind, mail.Version, FateOf(report), to, report.Words, time.GetUtcNow())),
        });
}
