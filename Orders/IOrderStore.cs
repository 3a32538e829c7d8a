namespace CommerceBot.Orders;

/// <summary>
/// Carts, drafts and orders as a turn sees them: reads come from its snapshot (and from what it saved before),
/// saves are buffered and hold only if every version read is still current when the turn commits.
/// </summary>
public interface IOrderStore
{
    /// <summary>The shopper's cart; empty, with version 0, when there is none.</summary>
    Task<Cart> CartAsync(ShopperId shopper, CancellationToken cancellationToken);

    /// <summary>In the place of the cart that was read.</summary>
    void Save(Cart cart);

    /// <summary>The checkout under way, or an empty draft that already knows what the shopper told last time.</summary>
    Task<CheckoutDraft> DraftAsync(ShopperId shopper, CancellationToken cancellationToken);

    /// <summary>In the place of the draft that was read.</summary>
    void Save(CheckoutDraft draft);

    /// <summary>By its internal id; null when there is none.</summary>
    Task<Order?> FindAsync(OrderId id, CancellationToken cancellationToken);

    /// <summary>By the number that shoppers and merchants read; null when there is none.</summary>
    Task<Order?> FindAsync(OrderNumber number, CancellationToken cancellationToken);

    /// <summary>The shopper's newest orders first.</summary>
    Task<IReadOnlyList<Order>> NewestAsync(ShopperId shopper, int take, CancellationToken cancellationToken);

    /// <summary>A new order, or in the place of the one that was read.</summary>
    void Save(Order order);

    /// <summary>Writes down what was done to an order; kept as it is, for ever.</summary>
    void Record(OrderId order, OrderEvent happened);

    /// <summary>
    /// An id for a new order: no other turn makes it, a second run of this turn makes it again, and it tells nothing of
    /// either.
    /// </summary>
    OrderId NewOrderId();

    /// <summary>The lane that this turn runs in.</summary>
    LaneId Lane { get; }
}
