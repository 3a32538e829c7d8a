namespace CommerceBot.Orders;

/// <summary>Firing a trigger of the table: the only way in which an order changes.</summary>
public static class OrderStateMachine
{
    /// <summary>What the merchant's commands fire; the rest is fired by <see cref="OrderCreation"/> and by the payment module.</summary>
    public static IReadOnlyList<OrderTrigger> FiredByMerchant { get; } = [OrderTrigger.ShipPart, OrderTrigger.Ship, OrderTrigger.Deliver];

    /// <summary>What the trigger makes of the order by the table; nothing is saved by it.</summary>
    public static TransitionResult Take(this Order order, OrderTrigger trigger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        var block = OrderTransitions.Of(order.State);
        if (block.Transitions.FirstOrDefault(line => line.Trigger == trigger) is { } transition)
            return (order.Flags & transition.Unless) == OrderFlags.None ? Changed(order, transition, now)
                : Refused(order, trigger, transition.Because);
        if (block.Repeats.Contains(trigger))
            return new TransitionResult.AlreadySo(order);
        return Refused(order, trigger, block.NeedsRefund.Contains(trigger) ? TransitionRefusal.NeedsRefund : TransitionRefusal.WrongState);
    }

    /// <summary>Ships all of it with the carrier's number, when there is one.</summary>
    public static TransitionResult Ship(this Order order, string? tracking, DateTimeOffset now) =>
        order.Ship(new Parcel(null, tracking, null), [], now);

    private static TransitionResult Changed(Order order, OrderTransition transition, DateTimeOffset now)
    {
        var flags = (order.Flags | transition.Sets) & ~transition.Lifts;
        return transition.To == order.State && flags == order.Flags
            ? new TransitionResult.AlreadySo(order)
            : new TransitionResult.Accepted(order with { State = transition.To, Flags = flags, Updated = now });
    }

    private static TransitionResult.Refused Refused(Order order, OrderTrigger trigger, TransitionRefusal reason) =>
        new(reason, reason switch
    {
        TransitionRefusal.Disputed => $"Order {order.Number} is disputed at the bank: settle that before anything ships.",
        TransitionRefusal.NeedsRefund => $"Order {order.Number} is {order.State}: it needs a refund, not {trigger}.",
        _ => $"Order {order.Number} is {order.State}: {trigger} does not start there.",
    });
}
