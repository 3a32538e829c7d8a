using System.Text.Json;
using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>What a mail server said of a mail of ours after it had been taken (RFC 3464).</summary>
/// <param name="Order">The order that the mail is about, or what stands for one.</param>
/// <param name="Kind">Of the mail, such as <c>Confirmation</c>.</param>
/// <param name="To">Where the mail went, as it was sent.</param>
/// <param name="Reason">Status and words of the server: from outside, one line, cut to a few hundred signs.</param>
public sealed record MailReport(OrderId Order, string Kind, int Version, MailReportFate Fate, string To, string Reason, DateTimeOffset At)
{
    /// <summary>Whether it says of the same mail the same thing: told again it changes nothing.</summary>
    public bool Repeats(MailReport other) => (Order, Kind, Version, Fate) == (other.Order, other.Kind, other.Version, other.Fate);
}

/// <summary>What became of the mail. The numbers are stored: none may change.</summary>
public enum MailReportFate
{
    /// <summary>It cannot be delivered, by a status 5.x.x: the address takes no mail.</summary>
    Bounced = 0,

    /// <summary>It is not delivered yet, or was given up by a status 4.x.x: the address may be right.</summary>
    Delayed = 1,
}

/// <summary>Such reports as events of our own, known by the turn's identity.</summary>
public static class MailReportEvents
{
    /// <summary>A mail server reported on a mail of ours.</summary>
    public const string Reported = "mails/reported";

    /// <summary>The value of the event.</summary>
    public static JsonElement Write(MailReport report) => JsonSerializer.SerializeToElement(report, MailsJson.Default.MailReport);

    /// <summary>Reads the value of the event.</summary>
    /// <exception cref="JsonException">The value is none of ours.</exception>
    public static MailReport Read(JsonElement value) =>
        value.Deserialize(MailsJson.Default.MailReport) ?? throw new JsonException("A report is never null.");
}
