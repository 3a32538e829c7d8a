using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Pieces of one variant, without a price.</summary>
public sealed record StockLine(Sku Sku, int Quantity);

/// <param name="Left">Pieces on hand that nobody has bought.</param>
public sealed record LowStock(Sku Sku, int Left);

/// <summary>
/// Pieces that a turn sets aside. Buffered; each is one conditional statement at commit, and one that does not
/// match rolls the whole turn back, which then runs again on fresh data.
/// available = on hand - allocated - live reservations. A count of the merchant's (a feed, <c>stock set</c>) replaces
/// what is on hand as of its time: it knows of what was sold or given back before, and not of what comes after.
/// </summary>
public interface IStock
{
    /// <summary>Pieces that can be sold now, for each of these variants; 0 for one that the shop does not know.</summary>
    Task<IReadOnlyDictionary<Sku, int>> AvailableAsync(IReadOnlyCollection<Sku> skus, CancellationToken cancellationToken);

    /// <summary>
    /// Whether the order can have what it set aside: its reservation is there (released ones are gone; one past its time
    /// holds until the payment gateway says expired), and the merchant did not count fewer since.
    /// </summary>
    Task<bool> HoldsReservationAsync(OrderId order, CancellationToken cancellationToken);

    /// <summary>Sets pieces aside for an order that waits for its payment. Replaces what it held before.</summary>
    void Reserve(OrderId order, IReadOnlyList<StockLine> lines, DateTimeOffset until);

    /// <summary>The order is paid: its reservation becomes an allocation; without one, takes from what is available.</summary>
    void Allocate(OrderId order, IReadOnlyList<StockLine> lines);

    /// <summary>
    /// Which variants this sale, allocated in the same turn, brings down to their low mark: each once, until more are there again. That
    /// it is this sale and no other is made sure of at commit.
    /// </summary>
    /// <param name="usualMark">Of a variant that has no mark of its own.</param>
    Task<IReadOnlyList<LowStock>> FallenLowAsync(
        IReadOnlyList<StockLine> sold, int usualMark, CancellationToken cancellationToken);

    /// <summary>Gives a reservation back. Nothing to give back is no error.</summary>
    void Release(OrderId order);

    /// <summary>
    /// Pieces of a paid order that will not be sent after all are for sale again; at most what is still allocated to that
    /// order, so a second time gives nothing more, and is no error.
    /// </summary>
    void Restock(OrderId order, IReadOnlyList<StockLine> lines);
}
