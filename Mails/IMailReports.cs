using CommerceBot.Orders;

namespace CommerceBot.Mails;

/// <summary>Reports on mails as a turn sees them: its snapshot, and what it added, which is committed with it.</summary>
public interface IMailReports
{
    /// <summary>All that were kept for an order, the oldest first.</summary>
    Task<IReadOnlyList<KeptMailReport>> OfAsync(OrderId order, CancellationToken cancellationToken);

    /// <summary>One that was kept before makes the turn run again.</summary>
    void Add(KeptMailReport report);

    /// <summary>The shopper's mails of an order that came back from an address, as they were written, while they are kept.</summary>
    Task<IReadOnlyList<OrderMail>> ReturnedAsync(OrderId order, string address, CancellationToken cancellationToken);
}

/// <param name="Asked">Whether the shopper was asked for another address because of it.</param>
public sealed record KeptMailReport(MailReport Report, bool Asked);
