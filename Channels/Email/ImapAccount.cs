using MailKit.Security;

namespace CommerceBot.Channels.Email;

/// <summary>Where a mailbox is, who may read it, and how a connection to it is protected.</summary>
internal sealed record ImapAccount(string Host, int Port, string User, string Password, string Mailbox = "INBOX")
{
    /// <summary>As for sending: never in the clear, except on this machine.</summary>
    public SecureSocketOptions Security => Port switch
    {
        993 => SecureSocketOptions.SslOnConnect,
        _ when SmtpAddress.IsThisMachine(Host) => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Without the password, which is never written anywhere.</summary>
    public override string ToString() => $"{User} at {Host}:{Port}, {Mailbox}";
}
