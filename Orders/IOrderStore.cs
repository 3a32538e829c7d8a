namespace CommerceBot.Orders;

/// <summary>
/// Carts, drafts and orders as a turn sees them: reads come from its snapshot (and from what it saved before),
/// saves are buffered and hold only if every version read is still current when the turn commits.
/// </summary>
public interface IOrderStore
{
    Task<Cart> CartAsync(ShopperId shopper, CancellationToken cancellationToken);

    void Save(Cart cart);

    /// <summary>The checkout under way, or an empty draft that already knows what the shopper told last time.</summary>
    Task<Draft> DraftAsync(ShopperId shopper, CancellationToken cancellationToken);

    void Save(Draft draft);

    Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken);

    Task<Order?> FindAsync(OrderNumber number, CancellationToken cancellationToken);

    /// <summary>The shopper's newest orders first.</summary>
    Task<IReadOnlyList<Order>> NewestAsync(ShopperId shopper, int take, CancellationToken cancellationToken);

    void Save(Order order);

    /// <summary>An id for a new order: no other turn makes it, a second run of this turn makes it again, and it tells nothing of either.</summary>
    OrderId NewOrderId();

    /// <summary>The lane that this turn runs in.</summary>
    LaneId Lane { get; }
}
