namespace CommerceBot.Mails;

/// <summary>A mail to the shopper about an order, and how far it came; what a mail server reported later is one more of them.</summary>
/// <param name="At">When it was written, or the report came.</param>
/// <param name="Version">1 for the first of its kind.</param>
/// <param name="Reason">Why it did not come further; null when nothing is known.</param>
public sealed record MailFate(DateTimeOffset At, OrderMailKind Kind, int Version, MailState State, string? Reason);

/// <summary>How far a mail came.</summary>
public enum MailState
{
    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>Not taken by a mail server yet: it is tried, or will be tried again.</summary>
    Waiting,

    /// <summary>A dead letter: it is not sent unless somebody replays it.</summary>
    Failed,

    /// <summary>A mail server took it, and it came back: the address takes no mail.</summary>
    Bounced,

    /// <summary>A mail server took it, and said later that it did not arrive yet.</summary>
    Delayed,
}
