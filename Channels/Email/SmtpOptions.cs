namespace CommerceBot.Channels.Email;

/// <summary>The settings under <c>Smtp</c>: whose mail server sends, and in whose name.</summary>
public sealed class SmtpOptions
{
    /// <summary>The mail server's name; empty where there is none, and mails are off or simulated.</summary>
    public string Host { get; set; } = "";

    /// <summary>587 with STARTTLS, or 465 with TLS from the start; without TLS on this machine only.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Empty where the server asks for none.</summary>
    public string User { get; set; } = "";

    /// <summary>Of <see cref="User"/>; empty where the server asks for none.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that mails come from: one that the server may send for (SPF, DKIM).</summary>
    public string From { get; set; } = "";
}
