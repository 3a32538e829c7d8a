using MailKit.Security;

namespace CommerceBot.Channels.Email;

/// <summary>Where a mail server is, and how a connection to it is protected.</summary>
internal sealed record SmtpAddress(string Host, int Port)
{
    /// <summary>
    /// What MailKit's own default would do without a word, speak in the clear where TLS is missing, is for this machine
    /// alone.
    /// </summary>
    public SecureSocketOptions Security => Port switch
    {
        465 => SecureSocketOptions.SslOnConnect,
        _ when IsThisMachine(Host) => SecureSocketOptions.StartTlsWhenAvailable,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Whether a name can only be this machine's: what is said to it passes no network.</summary>
    public static bool IsThisMachine(string host) => host is "localhost" or "127.0.0.1" or "[::1]" or "::1";
}
