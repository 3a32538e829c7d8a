using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>Mails that left, found by the id that they carry.</summary>
public interface ISentMails
{
    /// <param name="id">What stands before the @ of the Message-Id; from outside, and of any form.</param>
    /// <returns>Null when no mail of this shop's left under it, or it is kept no longer.</returns>
    Task<SentMail?> FindAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A mail that a mail server took.</summary>
/// <param name="Lane">In which all that concerns its order waits for its turn.</param>
/// <param name="To">Where it went; null for the merchant's own, which go where the settings say.</param>
public sealed record SentMail(string Id, OrderId Order, string Kind, int Version, string Lane, string? To);
