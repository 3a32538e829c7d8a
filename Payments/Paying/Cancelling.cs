using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>The answer to "cancel this order".</summary>
public abstract record CancelAnswer
{
    private CancelAnswer()
    {
    }

    /// <summary>Nothing could be paid: it is cancelled; the caller releases its goods.</summary>
    public sealed record Cancelled(Order Order) : CancelAnswer;

    /// <summary>A payment may be won while we speak: Stripe is asked to close these pages, and its answer decides.</summary>
    public sealed record Asked(Order Order, IReadOnlyList<ExpireSession> Calls) : CancelAnswer;

    public sealed record AlreadySo(Order Order) : CancelAnswer;

    public sealed record Refused(MoveRefusal Reason, string Detail) : CancelAnswer;
}

public static class Cancelling
{
    /// <summary>Cancels at once what cannot be paid; otherwise asks Stripe first, so that the order is never cancelled and charged.</summary>
    public static CancelAnswer Ask(Order order, PaymentLedger ledger, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        var open = ledger.Open;
        var step = open.Count == 0 && order.State is (OrderState.Draft or OrderState.AwaitingPayment)
            ? OrderStep.OrderCancelled
            : OrderStep.RequestCancel;
        return order.Take(step, now) switch
        {
            Move.Accepted { Order.State: OrderState.Cancelled } done => new CancelAnswer.Cancelled(done.Order),
            Move.Accepted waiting => new CancelAnswer.Asked(waiting.Order, Calls(order, open)),
            // Asking Stripe again does no harm, and helps when the first question was lost to a final failure.
            Move.AlreadySo { Order.State: OrderState.AwaitingPayment } waiting => new CancelAnswer.Asked(waiting.Order, Calls(order, open)),
            Move.AlreadySo so => new CancelAnswer.AlreadySo(so.Order),
            Move.Refused refused => new CancelAnswer.Refused(refused.Reason, refused.Detail),
            var other => throw new InvalidOperationException($"{other} is no answer."),
        };
    }

    /// <summary>An attempt whose session is not known yet is closed when Stripe's answer names it.</summary>
    private static ExpireSession[] Calls(Order order, IReadOnlyList<PaymentAttempt> open) =>
        [.. open.Where(attempt => attempt.SessionId is not null).Select(attempt => new ExpireSession(order.Id, attempt.SessionId!))];
}
