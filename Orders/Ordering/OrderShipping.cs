using CommerceBot.Catalog;

namespace CommerceBot.Orders;

/// <summary>Which pieces of an order have left, which are still to be sent, and what one more parcel makes of the order.</summary>
public static class OrderShipping
{
    /// <summary>Pieces of a line that left in some parcel. An order that was shipped before parcels were kept sent all of them.</summary>
    public static int ShippedOf(this Order order, OrderLine line)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(line);
        return order.Shipments.Count == 0 && order.State is OrderState.Shipped or OrderState.Delivered
            ? line.Quantity
            : order.Shipments.SelectMany(shipment => shipment.Lines).Where(one => one.Sku == line.Sku).Sum(one => one.Quantity);
    }

    /// <summary>What the next parcel holds unless the merchant says otherwise: all that neither left nor was refunded.</summary>
    /// <param name="refunded">Pieces whose money went back, or is on its way.</param>
    public static IReadOnlyList<StockLine> LeftToShip(this Order order, IReadOnlyList<StockLine> refunded)
    {
        ArgumentNullException.ThrowIfNull(order);
        return
        [
            .. order.Lines.Select(line => new StockLine(line.Sku, line.Quantity - order.ShippedOf(line) - PiecesOf(refunded, line.Sku)))
                .Where(line => line.Quantity > 0),
        ];
    }

    /// <summary>Sends a parcel: with the last pieces the order is shipped, before that partly.</summary>
    /// <param name="refunded">Pieces whose money went back, or is on its way: nobody waits for them.</param>
    public static TransitionResult Ship(this Order order, Parcel parcel, IReadOnlyList<StockLine> refunded, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(parcel);
        if (!order.IsToShip)
            return order.Take(OrderTrigger.Ship, now);
        var lines = parcel.Lines ?? order.LeftToShip(refunded);
        if (Objection(order, lines) is { } objection)
            return objection;
        var shipped = order with { Shipments = [.. order.Shipments, new Shipment(parcel.Carrier, parcel.Tracking, lines, now)] };
        var trigger = shipped.LeftToShip(refunded).Count == 0 ? OrderTrigger.Ship : OrderTrigger.ShipPart;
        return order.Take(trigger, now) switch
        {
            TransitionResult.Accepted accepted => new TransitionResult.Accepted(With(accepted.Order, shipped, parcel)),
            // A further part changes no state; the table knows of no parcels.
            TransitionResult.AlreadySo when order.Has(OrderFlags.Disputed) => new TransitionResult.Refused(
                TransitionRefusal.Disputed, $"Order {order.Number} is disputed at the bank: settle that before anything ships."),
            TransitionResult.AlreadySo => new TransitionResult.Accepted(With(order with { Updated = now }, shipped, parcel)),
            var refused => refused,
        };
    }

    /// <summary>The goods arrived: from that day on the shopper may withdraw for a time (<see cref="WithdrawalPeriod"/>).</summary>
    public static TransitionResult Deliver(this Order order, DateTimeOffset now) => order.Take(OrderTrigger.Deliver, now) switch
    {
        TransitionResult.Accepted accepted => new TransitionResult.Accepted(accepted.Order with { Delivered = now }),
        var other => other,
    };

    /// <summary>Nothing is left to send of an order that was partly shipped, since the rest was refunded: it is shipped.</summary>
    public static Order CompletedBy(this Order order, IReadOnlyList<StockLine> refunded, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.State == OrderState.PartlyShipped && order.LeftToShip(refunded).Count == 0
            && order.Take(OrderTrigger.Ship, now) is TransitionResult.Accepted accepted ? accepted.Order : order;
    }

    /// <summary>Corrects carrier and number of a parcel that left.</summary>
    /// <param name="index">Which parcel, from 0; null for the last one.</param>
    public static TransitionResult CorrectTracking(this Order order, int? index, string? carrier, string? tracking, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        var parcels = order.Shipments.Count > 0 || order.State is not (OrderState.Shipped or OrderState.Delivered)
            ? order.Shipments
            // It was shipped before parcels were kept.
            : [new Shipment(null, order.Tracking, order.Stock, order.Updated)];
        var at = index ?? parcels.Count - 1;
        if (at < 0 || at >= parcels.Count)
            return new TransitionResult.Refused(TransitionRefusal.WrongState, $"Order {order.Number} has no such parcel that left.");
        var corrected = parcels[at] with { Carrier = carrier, Tracking = tracking };
        return corrected == parcels[at]
            ? new TransitionResult.AlreadySo(order)
            : new TransitionResult.Accepted(order with
            {
                Shipments = [.. parcels.Select((parcel, i) => i == at ? corrected : parcel)],
                Tracking = at == parcels.Count - 1 ? Null(corrected.Label()) : order.Tracking,
                Updated = now,
            });
    }

    private static Order With(Order order, Order shipped, Parcel parcel) => order with
    {
        Shipments = shipped.Shipments,
        Tracking = Null(new Shipment(parcel.Carrier, parcel.Tracking, [], default).Label()) ?? order.Tracking,
    };

    private static TransitionResult.Refused? Objection(Order order, IReadOnlyList<StockLine> lines)
    {
        if (lines.Count == 0)
            return Refused($"Nothing of order {order.Number} is left to ship.");
        foreach (var pieces in lines.GroupBy(line => line.Sku))
        {
            var wanted = pieces.Sum(line => (long)line.Quantity);
            var open = order.Lines.Where(line => line.Sku == pieces.Key).Sum(line => line.Quantity)
                - order.Lines.Where(line => line.Sku == pieces.Key).Select(order.ShippedOf).FirstOrDefault();
            if (wanted < 1 || wanted > open)
                return Refused($"Order {order.Number} has {open} of {pieces.Key} left to ship, not {wanted}.");
        }

        return null;
    }

    private static TransitionResult.Refused Refused(string detail) => new(TransitionRefusal.WrongPieces, detail);

    private static int PiecesOf(IReadOnlyList<StockLine> lines, Sku sku) => lines.Where(line => line.Sku == sku).Sum(line => line.Quantity);

    private static string? Null(string text) => text.Length == 0 ? null : text;
}
