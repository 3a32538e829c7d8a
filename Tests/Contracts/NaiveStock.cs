using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Tests.Contracts;

/// <summary>The rules of stock in the plainest way: remember every count and every sale, and add up whenever asked.</summary>
internal sealed class NaiveStock
{
    private readonly Dictionary<Sku, (int Pieces, DateTimeOffset AsOf)> _counts = [];
    private readonly List<(OrderId Order, Sku Sku, int Pieces, DateTimeOffset At)> _sales = [];
    private readonly Dictionary<OrderId, IReadOnlyList<StockLine>> _held = [];

    /// <summary>False when a later count is known.</summary>
    public bool Count(Sku sku, int pieces, DateTimeOffset asOf)
    {
        if (_counts.TryGetValue(sku, out var known) && known.AsOf > asOf)
            return false;
        _counts[sku] = (pieces, asOf);
        return true;
    }

    /// <summary>What lies there less what is sold; below zero when the merchant counted fewer than were sold since.</summary>
    public int Unsold(Sku sku) => _counts.TryGetValue(sku, out var count)
        ? count.Pieces - _sales.Where(sale => sale.Sku == sku && sale.At >= count.AsOf).Sum(sale => sale.Pieces)
        : 0;

    public int Free(Sku sku) =>
        Unsold(sku) - _held.Values.SelectMany(lines => lines).Where(line => line.Sku == sku).Sum(line => line.Quantity);

    public bool Holds(OrderId order) =>
        _held.TryGetValue(order, out var lines)
        && lines.GroupBy(line => line.Sku).All(line => Unsold(line.Key) >= line.Sum(one => one.Quantity));

    public bool TryReserve(OrderId order, IReadOnlyList<StockLine> lines)
    {
        _held.Remove(order, out var before);
        if (lines.GroupBy(line => line.Sku).All(line => Mine(before, line) >= line.Sum(one => one.Quantity)))
        {
            _held[order] = lines;
            return true;
        }

        PutBack(order, before);
        return false;
    }

    public bool TryAllocate(OrderId order, IReadOnlyList<StockLine> lines, DateTimeOffset now)
    {
        _held.Remove(order, out var before);
        if (lines.GroupBy(line => line.Sku).All(line => Mine(before, line) >= line.Sum(one => one.Quantity)))
        {
            _sales.AddRange(lines.Select(line => (order, line.Sku, line.Quantity, now)));
            return true;
        }

        PutBack(order, before);
        return false;
    }

    public void Release(OrderId order) => _held.Remove(order);

    public void Restock(OrderId order, IReadOnlyList<StockLine> lines, DateTimeOffset now)
    {
        foreach (var line in lines)
        {
            var left = _sales.Where(sale => sale.Order == order && sale.Sku == line.Sku).Sum(sale => sale.Pieces);
            _sales.Add((order, line.Sku, -Math.Min(line.Quantity, left), now));
        }
    }

    /// <summary>What an order may have that held this before: its own whatever is held for others, beyond that what is left.</summary>
    private int Mine(IReadOnlyList<StockLine>? before, IGrouping<Sku, StockLine> line) =>
        before?.Where(one => one.Sku == line.Key).Sum(one => one.Quantity) >= line.Sum(one => one.Quantity)
            ? Unsold(line.Key)
            : Free(line.Key);

    private void PutBack(OrderId order, IReadOnlyList<StockLine>? lines)
    {
        if (lines is not null)
            _held[order] = lines;
    }
}
