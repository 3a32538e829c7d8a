namespace CommerceBot.Catalog;

/// <summary>A price that a variant had from a moment on, until the next one.</summary>
/// <param name="Sale">The reduced price beside it and when it held; null when there was none.</param>
public sealed record PricePoint(DateTimeOffset At, Money Price, Sale? Sale)
{
    private static readonly TimeSpan Prior = TimeSpan.FromDays(30);

    /// <summary>
    /// The lowest price that was asked at any time between two moments: the one that a price cut must be measured by, when they are
    /// thirty days apart (Directive 98/6/EC, article 6a). Null when nothing was asked.
    /// </summary>
    /// <param name="points">The oldest first.</param>
    public static Money? Lowest(IReadOnlyList<PricePoint> points, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentNullException.ThrowIfNull(points);
        Money? lowest = null;
        for (var at = 0; at < points.Count; at++)
        {
            var begins = Later(points[at].At, from);
            var ends = at + 1 < points.Count ? Earlier(points[at + 1].At, until) : until;
            if (begins > until || (begins >= ends && at + 1 < points.Count))
                continue;
            foreach (var asked in points[at].AskedBetween(begins, ends))
                lowest = lowest is { } known && known.Minor <= asked.Minor ? known : asked;
        }

        return lowest;
    }

    /// <summary>
    /// The lowest price of the thirty days before a sale began: the only one that may be shown as the old one (C-330/23: a per cent too).
    /// Null when nobody knows what was asked then.
    /// </summary>
    /// <param name="points">The oldest first, those of the sale itself included where they are known.</param>
    public static Money? BeforeSale(IReadOnlyList<PricePoint> points, Sale sale, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(sale);
        var first = points.Count;
        while (first > 0 && points[first - 1].Sale?.Price == sale.Price)
            first--;
        var began = first == points.Count ? now : points[first].At;
        if (sale.From is { } from && from > began)
            began = from;
        var before = points.Where(point => point.At < began && point.Price.Currency == sale.Price.Currency).ToList();
        return Lowest(before, began - Prior, began.AddMilliseconds(-1));
    }

    private IEnumerable<Money> AskedBetween(DateTimeOffset begins, DateTimeOffset ends)
    {
        if (Sale is not { } sale || !(sale.HoldsAt(begins) && (sale.To is null || sale.To > ends)))
            yield return Price;
        if (Sale is { } cut && (cut.From is null || cut.From <= ends) && (cut.To is null || cut.To > begins))
            yield return cut.Price;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
