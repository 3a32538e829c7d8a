using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Finds the order that an object of the gateway belongs to, and where it is handled.</summary>
public interface IPaymentIndex
{
    /// <summary>Looks under each reference that is known (session, payment, charge), then under the order's own id.</summary>
    Task<OrderPlace?> FindAsync(IReadOnlyList<string> references, string? orderId, CancellationToken cancellationToken);

    /// <summary>Whether an order id was made with this database, so that one which is not there yet may still come.</summary>
    bool IsOurs(string orderId);
}

/// <summary>An order and the lane in which everything about it waits its turn.</summary>
public sealed record OrderPlace(OrderId Order, LaneId Lane);
