using MimeKit;

namespace CommerceBot.Channels.Email;

/// <summary>Addresses that a mail may go to: one, of a local part and a domain, in letters that every mail server carries.</summary>
internal static class MailAddresses
{
    /// <param name="name">Shown beside the address. What would break a header is no part of it.</param>
    public static bool TryRead(string? text, string name, out MailboxAddress address)
    {
        address = null!;
        if (text is not { Length: > 2 and <= 254 } || text.Any(sign => !char.IsAscii(sign) || char.IsControl(sign) || sign is ' ' or ',')
            || !MailboxAddress.TryParse(text, out var parsed) || parsed.Address != text || !IsDomain(parsed.Domain))
            return false;
        address = new MailboxAddress(new string([.. name.Where(sign => !char.IsControl(sign))]), parsed.Address);
        return true;
    }

    private static bool IsDomain(string domain) =>
        domain.Contains('.', StringComparison.Ordinal) && Uri.CheckHostName(domain) == UriHostNameType.Dns;
}
