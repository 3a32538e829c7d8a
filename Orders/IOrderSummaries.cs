using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>How an order stands, for pages that are opened by its secret address.</summary>
public interface IOrderSummaries
{
    /// <returns>Null when there is no such order.</returns>
    Task<OrderSummary?> FindAsync(OrderId order, CancellationToken cancellationToken);
}

/// <summary>What a page may show to whoever has its address: nothing of the shopper, the goods or the price.</summary>
/// <param name="Lane">Where the order's turns are.</param>
/// <param name="Language">The shopper's.</param>
/// <param name="IsRefunded">Whether all that was paid went back.</param>
public sealed record OrderSummary(
    OrderId Id, OrderNumber Number, LaneId Lane, OrderState State, Language Language, bool IsRefunded);
