using CommerceBot.Orders;

namespace CommerceBot.Desk.Identity;

/// <summary>Who did what, and when: read only, since it is only ever added to.</summary>
internal interface IAudit
{
    /// <summary>The newest first. Changes of state that happened by themselves are left out.</summary>
    Task<IReadOnlyList<AuditLine>> LastAsync(int take, CancellationToken cancellationToken);
}

/// <param name="Action">Such as <c>desk.signed-in</c> or <c>order.Shipped</c>.</param>
/// <param name="Who">A name; null for the command line.</param>
/// <param name="Order">The order that it is about; null for none.</param>
internal sealed record AuditLine(DateTimeOffset At, string Action, string? Who, OrderNumber? Order, string? Detail);
