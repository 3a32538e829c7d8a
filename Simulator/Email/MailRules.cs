using MimeKit;

namespace CommerceBot.Simulator.Email;

/// <summary>Which recipients are there, and which mails are taken.</summary>
internal static class MailRules
{
    /// <summary>Nobody is called "unknown", nobody lives under .invalid (RFC 2606), and "full" has no space left.</summary>
    public static string? Refusal(string address) =>
        address.Split('@') switch
        {
            not [{ Length: > 0 and <= 64 }, { Length: > 0 and <= 255 }] => "553 5.1.3 The recipient address is not a valid address",
            [var name, var domain]
                when name.Equals("unknown", StringComparison.OrdinalIgnoreCase)
                    || domain.EndsWith(".invalid", StringComparison.OrdinalIgnoreCase) =>
                "550 5.1.1 The email account that you tried to reach does not exist",
            [var name, _] when name.Equals("full", StringComparison.OrdinalIgnoreCase) =>
                "452 4.2.2 The recipient's inbox is out of storage space",
            _ => null,
        };

    /// <summary>What large mail services refuse: no one From, no Date, no Message-ID, or one header of those twice.</summary>
    public static MimeMessage? Read(byte[] raw, out string? refusal)
    {
        MimeMessage message;
        try
        {
            using var stream = new MemoryStream(raw);
            message = MimeMessage.Load(stream);
        }
        catch (FormatException)
        {
            refusal = "554 5.6.0 The message cannot be read";
            return null;
        }

        HeaderId[] needed = [HeaderId.From, HeaderId.Date, HeaderId.MessageId];
        refusal = needed
            .Where(id => message.Headers.Count(header => header.Id == id) != 1)
            .Select(id => $"550 5.7.1 Messages without exactly one {id} header are not accepted").FirstOrDefault();
        refusal ??= message.From.Count == 1 ? null : "550 5.7.1 Messages without exactly one From address are not accepted";
        return refusal is null ? message : null;
    }
}
