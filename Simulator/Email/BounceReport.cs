using System.Globalization;
using MimeKit;

namespace CommerceBot.Simulator.Email;

/// <summary>How a mail comes back.</summary>
/// <param name="Recipient">The newest mail to this address comes back.</param>
/// <param name="Action">As RFC 3464 names it: failed, delayed, delivered, relayed or expanded.</param>
/// <param name="Status">Such as 5.1.1 (RFC 3463).</param>
/// <param name="Diagnostic">What the server there said.</param>
/// <param name="Whole">Whether the whole mail is given back, or its headers alone.</param>
internal sealed record BounceRequest(
    string Recipient, string Action = "failed", string Status = "5.1.1",
    string Diagnostic = "550 5.1.1 The email account that you tried to reach does not exist", bool Whole = false);

/// <summary>A report on delivery as mail servers write it (RFC 3462, 3464): words, fields, and the mail that it is about.</summary>
internal static class BounceReport
{
    public static byte[] Write(ReceivedMail mail, BounceRequest wanted, DateTimeOffset now)
    {
        var fields = new MessageDeliveryStatus();
        fields.StatusGroups.Add(new HeaderList
        {
            { "Reporting-MTA", "dns; simulator.example" },
            { "Arrival-Date", mail.At.ToString("r", CultureInfo.InvariantCulture) },
        });
        fields.StatusGroups.Add(new HeaderList
        {
            { "Original-Recipient", $"rfc822; {wanted.Recipient}" },
            { "Final-Recipient", $"rfc822; {wanted.Recipient}" },
            { "Action", wanted.Action },
            { "Status", wanted.Status },
            { "Remote-MTA", "dns; mx.simulator.example" },
            { "Diagnostic-Code", $"smtp; {wanted.Diagnostic}" },
        });
        var words = new TextPart("plain")
        {
            Text = $"Your mail to {wanted.Recipient} is {wanted.Action}.\r\n\r\n{wanted.Diagnostic}\r\n",
        };
        var report = new MimeMessage
        {
            Date = now,
            Subject = wanted.Action == "failed" ? "Undelivered Mail Returned to Sender" : "Delivery Status Notification",
            MessageId = string.Create(CultureInfo.InvariantCulture, $"report.{mail.Id}.{now.UtcTicks}@simulator.example"),
            Body = new MultipartReport("delivery-status") { words, fields, Original(mail, wanted.Whole) },
        };
        report.From.Add(new MailboxAddress("Mail Delivery Subsystem", "MAILER-DAEMON@simulator.example"));
        report.To.Add(MailboxAddress.Parse(mail.From));
        // RFC 3834: no robot answers it.
        report.Headers.Add("Auto-Submitted", "auto-replied");
        using var bytes = new MemoryStream();
        report.WriteTo(bytes);
        return bytes.ToArray();
    }

    private static MimeEntity Original(ReceivedMail mail, bool whole)
    {
        if (whole)
            return new MessagePart("rfc822") { Message = mail.Message };
        var end = mail.Raw.AsSpan().IndexOf("\r\n\r\n"u8);
        return new MimePart("text", "rfc822-headers")
        {
            Content = new MimeContent(new MemoryStream(mail.Raw[..(end < 0 ? mail.Raw.Length : end + 2)])),
        };
    }
}
