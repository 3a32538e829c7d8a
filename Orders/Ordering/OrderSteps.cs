namespace CommerceBot.Orders;

/// <summary>Taking a step of the table: the only way in which an order changes.</summary>
public static class OrderSteps
{
    public static Move Take(this Order order, OrderStep step, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (Objection(order, step) is { } objection)
            return objection;
        if (OrderMoves.Find(order.State, step) is { } move)
            return Moved(order, move, now);
        return OrderMoves.WasTaken(order.State, step)
            ? new Move.AlreadySo(order)
            : new Move.Refused(WhyNot(order, step), $"Order {order.Number} is {order.State}: {step} does not start there.");
    }

    /// <summary>Ships with the carrier's number, when there is one.</summary>
    public static Move Ship(this Order order, string? tracking, DateTimeOffset now) => order.Take(OrderStep.Ship, now) switch
    {
        Move.Accepted accepted => new Move.Accepted(accepted.Order with { Tracking = tracking }),
        var other => other,
    };

    /// <summary>Stripe says that nothing can be paid any more: cancelled if somebody asked for that, else abandoned.</summary>
    public static Move Close(this Order order, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Take(order.Has(OrderMarks.Cancelling) ? OrderStep.OrderCancelled : OrderStep.OrderExpired, now);
    }

    private static Move Moved(Order order, OrderMove move, DateTimeOffset now)
    {
        var marks = (order.Marks | move.Sets) & ~move.Lifts;
        return move.To == order.State && marks == order.Marks
            ? new Move.AlreadySo(order)
            : new Move.Accepted(order with { State = move.To, Marks = marks, Updated = now });
    }

    private static Move.Refused? Objection(Order order, OrderStep step) => step switch
    {
        OrderStep.Prepare or OrderStep.Ship when order.State is OrderState.Paid or OrderState.Preparing && order.Has(OrderMarks.Disputed) =>
            new(MoveRefusal.Disputed, $"Order {order.Number} is disputed at the bank: settle that before anything ships."),
        _ => null,
    };

    private static MoveRefusal WhyNot(Order order, OrderStep step) => step switch
    {
        OrderStep.RequestCancel or OrderStep.OrderCancelled when order.State
            is OrderState.Paid or OrderState.Preparing or OrderState.Shipped or OrderState.Delivered => MoveRefusal.NeedsRefund,
        _ => MoveRefusal.WrongState,
    };
}
