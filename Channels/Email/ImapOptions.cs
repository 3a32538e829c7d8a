namespace CommerceBot.Channels.Email;

/// <summary>The settings under <c>Imap</c>: the mailbox to which mails come back that could not be delivered.</summary>
public sealed class ImapOptions
{
    /// <summary>The mail server's name; empty where nobody reads what comes back.</summary>
    public string Host { get; set; } = "";

    /// <summary>993 with TLS from the start, or 143 with STARTTLS; without TLS on this machine only.</summary>
    public int Port { get; set; } = 993;

    /// <summary>Must be set with <see cref="Host"/>.</summary>
    public string User { get; set; } = "";

    /// <summary>Of <see cref="User"/>.</summary>
    public string Password { get; set; } = "";

    /// <summary>Where the mails come back to; of the others in it nothing is read or changed.</summary>
    public string Mailbox { get; set; } = "INBOX";
}
