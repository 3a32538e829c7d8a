using CommerceBot.Mails;
using CommerceBot.Orders;

namespace CommerceBot.Desk.Health;

/// <summary>Mails that mail servers had taken, and that came back.</summary>
internal interface IMailReportQueries
{
    /// <summary>Those that came back after a moment, the newest first.</summary>
    Task<IReadOnlyList<ReturnedMail>> ReturnedAsync(DateTimeOffset after, int take, CancellationToken cancellationToken);
}

/// <param name="At">When the report was taken.</param>
/// <param name="Order">Null for a mail that is about no order.</param>
internal sealed record ReturnedMail(DateTimeOffset At, OrderNumber? Order, MailReport Report);
