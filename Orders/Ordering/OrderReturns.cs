namespace CommerceBot.Orders;

/// <summary>Requests to send goods back, and their answers. No money moves and no state changes by them.</summary>
public static class OrderReturns
{
    /// <summary>So many requests of one order are kept.</summary>
    public const int Most = 10;

    /// <summary>Every trigger of the order's table that a request or its answer fires.</summary>
    public static IReadOnlyList<OrderTrigger> Fires { get; } = [OrderTrigger.AskReturn, OrderTrigger.AnswerReturn];

    /// <summary>The request that waits for the merchant; null when none does.</summary>
    public static ReturnRequest? OpenReturn(this Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return order.Returns.LastOrDefault(request => request.Answer is null);
    }

    /// <summary>Whether something of it has left, and no request waits.</summary>
    public static bool MayAskReturn(this Order order)
    {
        ArgumentNullException.ThrowIfNull(order);
        return (order.State is OrderState.Shipped or OrderState.Delivered || order.Shipments.Count > 0 && order.IsPaid)
            && order.OpenReturn() is null && order.Returns.Count < Most;
    }

    /// <summary>Keeps a request: the order waits for the merchant's word.</summary>
    public static TransitionResult AskReturn(this Order order, ReturnRequest request)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(request);
        if (order.OpenReturn() is not null)
            return new TransitionResult.AlreadySo(order);
        if (!order.MayAskReturn())
            return new TransitionResult.Refused(TransitionRefusal.WrongState, $"Of order {order.Number} nothing has left to come back.");
        if (request.Lines.Count == 0 || request.Lines.Any(piece =>
                piece.Quantity < 1 || piece.Quantity > order.Lines.Where(line => line.Sku == piece.Sku).Sum(line => line.Quantity)))
            return new TransitionResult.Refused(TransitionRefusal.WrongPieces, $"Order {order.Number} has not so many pieces.");
        return order.Take(OrderTrigger.AskReturn, request.At) is TransitionResult.Accepted accepted
            ? new TransitionResult.Accepted(accepted.Order with { Returns = [.. order.Returns, request] })
            : new TransitionResult.Refused(TransitionRefusal.WrongState, $"Order {order.Number} is {order.State}.");
    }

    /// <summary>Keeps the merchant's answer to the request that waits.</summary>
    public static TransitionResult AnswerReturn(this Order order, ReturnAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(answer);
        if (order.OpenReturn() is not { } open)
            return new TransitionResult.Refused(TransitionRefusal.WrongState, $"Nobody asks to send goods of order {order.Number} back.");
        return order.Take(OrderTrigger.AnswerReturn, answer.At) is TransitionResult.Accepted accepted
            ? new TransitionResult.Accepted(accepted.Order with
            {
                Returns = [.. order.Returns.Select(request => request == open ? request with { Answer = answer } : request)],
            })
            : new TransitionResult.Refused(TransitionRefusal.WrongState, $"Order {order.Number} is {order.State}.");
    }
}
