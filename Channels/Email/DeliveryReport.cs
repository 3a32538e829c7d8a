using System.Text;
using MimeKit;

namespace CommerceBot.Channels.Email;

/// <summary>
/// What a report on delivery (RFC 3464) says of one mail to one address. Everything in it is from outside: of the words of people only
/// the field Diagnostic-Code is kept, on one line and cut.
/// </summary>
/// <param name="MailId">What stands before the @ of the Message-Id of the mail that it is about.</param>
/// <param name="Recipients">The address that the report is about, as the sender and as the last server named it.</param>
/// <param name="IsFinal">Whether it failed by a status 5.x.x; else it is delayed, or was given up by 4.x.x.</param>
/// <param name="Words">Status, and what the server said.</param>
internal sealed record DeliveryReport(string MailId, IReadOnlyList<string> Recipients, bool IsFinal, string Words)
{
    private const int MostParts = 10;
    private const int MostRecipients = 20;
    private const int LongestField = 500;
    private const int LongestId = 200;
    private const int LongestWords = 300;

    /// <summary>In bytes: the fields of a report, or headers of the mail that came back.</summary>
    private const int LargestPart = 64 * 1024;

    /// <summary>What reports are read with: no report nests deeper.</summary>
    public static ParserOptions Parsing { get; } = new() { MaxMimeDepth = 8, MaxAddressGroupDepth = 2 };

    /// <summary>Whether a Content-Type names such a report.</summary>
    public static bool IsOne(string? contentType) =>
        contentType is not null && ContentType.TryParse(contentType, out var type) && type.IsMimeType("multipart", "report")
        && string.Equals(type.Parameters["report-type"], "delivery-status", StringComparison.OrdinalIgnoreCase);

    /// <summary>All that it says of failed or delayed mails; nothing when it is no such report, or names no mail.</summary>
    public static IReadOnlyList<DeliveryReport> Read(MimeMessage message)
    {
        if (message.Body is not MultipartReport { Count: <= MostParts } report
            || !"delivery-status".Equals(report.ReportType, StringComparison.OrdinalIgnoreCase)
            || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status || !IsSmall(status)
            || MailIdOf(report) is not { } id)
            return [];
        // The first group is about the report itself (RFC 3464, 2.1).
        return [.. status.StatusGroups.Skip(1).Take(MostRecipients).Select(fields => Of(id, fields)).OfType<DeliveryReport>()];
    }

    private static DeliveryReport? Of(string id, HeaderList fields)
    {
        var isFailed = "failed".Equals(Field(fields, "Action"), StringComparison.OrdinalIgnoreCase);
        if ((!isFailed && !"delayed".Equals(Field(fields, "Action"), StringComparison.OrdinalIgnoreCase))
            || Field(fields, "Status")?.Split(' ')[0] is not { } status || !IsStatus(status))
            return null;
        string[] names = ["Original-Recipient", "Final-Recipient"];
        var recipients = names.Select(name => AddressOf(Field(fields, name))).OfType<string>().ToList();
        var words = OneLine($"{status} {AfterType(Field(fields, "Diagnostic-Code")) ?? ""}");
        return new DeliveryReport(id, recipients, isFailed && status[0] == '5', words);
    }

    /// <summary>The Message-Id of the mail that came back: of the whole of it, or of its headers alone.</summary>
    private static string? MailIdOf(MultipartReport report)
    {
        var id = report.Skip(1).Select(part => part switch
        {
            // Of a mail, or of text/rfc822-headers: both are read as one by MimeKit.
            MessagePart { Message: { } mail } => mail.MessageId,
            _ => null,
        }).FirstOrDefault(found => found is not null);
        return id is { Length: <= LongestId } && id.IndexOf('@', StringComparison.Ordinal) is > 0 and var at ? id[..at] : null;
    }

    private static bool IsSmall(MimePart part) => part.Content?.Stream is { CanSeek: true, Length: <= LargestPart };

    private static string? Field(HeaderList fields, string name) =>
        fields[name]?.Trim() is { Length: > 0 and <= LongestField } value ? value : null;

    /// <summary>Such as 5.1.1 (RFC 3463): permanent or for now, and nothing else is a report of trouble.</summary>
    private static bool IsStatus(string status) =>
        status.Split('.') is ["4" or "5", { Length: > 0 and <= 3 } subject, { Length: > 0 and <= 3 } detail]
        && subject.All(char.IsAsciiDigit) && detail.All(char.IsAsciiDigit);

    /// <summary>What stands behind the kind of address, without the brackets that some write.</summary>
    private static string? AddressOf(string? field) =>
        AfterType(field)?.Trim('<', '>', ' ') is { Length: > 2 and <= 254 } address && address.Contains('@', StringComparison.Ordinal)
            ? address
            : null;

    private static string? AfterType(string? field) =>
        field?.IndexOf(';', StringComparison.Ordinal) is >= 0 and var at ? field[(at + 1)..].Trim() : null;

    private static string OneLine(string text)
    {
        var line = new StringBuilder();
        foreach (var sign in text)
            line.Append(char.IsControl(sign) || char.IsSurrogate(sign) ? ' ' : sign);
        var said = string.Join(' ', line.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return said.Length <= LongestWords ? said : said[..LongestWords];
    }
}
