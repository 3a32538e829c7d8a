using CommerceBot.Orders;

namespace CommerceBot.Desk.Orders;

/// <summary>Orders as the desk reads them, over connections of its own: no turn waits for a merchant who looks around.</summary>
internal interface IOrderQueries
{
    /// <summary>The newest first.</summary>
    Task<OrderPage> ListAsync(OrderFilter filter, int take, CancellationToken cancellationToken);

    Task<OrderDetails?> FindAsync(OrderNumber number, CancellationToken cancellationToken);

    /// <summary>The orders of these numbers, in their order; those that are not there are left out.</summary>
    Task<IReadOnlyList<OrderDetails>> FindAsync(IReadOnlyList<OrderNumber> numbers, CancellationToken cancellationToken);

    /// <summary>The numbers of orders by their ids; those that are not there are left out.</summary>
    Task<IReadOnlyDictionary<string, OrderNumber>> NumbersAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken);

    /// <summary>How many wait to be sent, and how many for their payment.</summary>
    Task<OrderCounts> CountAsync(CancellationToken cancellationToken);
}

/// <param name="Newest">The place of the newest order: a higher one tells that another came.</param>
internal sealed record OrderCounts(long ToShip, long Unpaid, long Newest);
