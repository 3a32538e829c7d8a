using System.Text.Json;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>
/// The merchant's commands, carried out in the order's own lane; the shopper hears of each. Whether they could be told, the
/// command sees when the message has left: it is not claimed here.
/// </summary>
internal sealed class MerchantDesk(PaymentService payments)
{
    public async Task<OrderCommandAnswer> DoAsync(Turn turn, string name, JsonElement value, CancellationToken cancellationToken)
    {
        var command = OrderCommands.Read(value);
        if (await turn.Orders.FindAsync(new OrderId(command.Order), cancellationToken) is not { } order)
            return new OrderCommandAnswer(false, $"There is no order {command.Order} here.");
        turn.SpeakAs(order);
        return name switch
        {
            OrderCommands.Ship => await MoveAsync(turn, order.Ship(command.Tracking, turn.Now), "shipped", Shipped(turn, order, command.Tracking)),
            OrderCommands.Deliver => await MoveAsync(turn, order.Take(OrderTrigger.Deliver, turn.Now), "delivered",
                turn.Words.Say("order.delivered", ("number", order.Number))),
            OrderCommands.Cancel => await DecideAsync(turn, order, new PaymentTrigger.CancelRequested(CancelledBy.Merchant),
                Cancelled, cancellationToken),
            OrderCommands.Refund => await DecideAsync(
                turn, order, new PaymentTrigger.RefundRequested(RequestOf(order, command.Refund), command.Refund?.Restock ?? false),
                    Refunded, cancellationToken),
            OrderCommands.Replay => await DecideAsync(
                turn, order, new PaymentTrigger.ReplayRequested(command.Call ?? ""), (_, decision) =>
                    Replayed(decision, command.Call ?? ""), cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such command."),
        };
    }

    private async Task<OrderCommandAnswer> DecideAsync(
        Turn turn, Order order, PaymentTrigger trigger, Func<Order, PaymentDecision, OrderCommandAnswer> say,
            CancellationToken cancellationToken)
    {
        var decision = await payments.DecideAsync(turn, order, trigger, cancellationToken);
        return decision.Refusal is { } refusal
            ? new OrderCommandAnswer(false, refusal.Detail)
            : say(order, decision) with { Tells = decision.Notices.Count > 0 };
    }

    private static string Shipped(Turn turn, Order order, string? tracking) => tracking is null
        ? turn.Words.Say("order.shipped", ("number", order.Number))
        : turn.Words.Say("order.shipped.tracking", ("number", order.Number), ("tracking", tracking));

    private static async Task<OrderCommandAnswer> MoveAsync(Turn turn, TransitionResult result, string done, string told)
    {
        switch (result)
        {
            case TransitionResult.Accepted accepted:
                turn.Orders.Save(accepted.Order);
                await turn.SayAsync(told);
                return new OrderCommandAnswer(true, $"Order {accepted.Order.Number} is {done}.", Tells: true);
            case TransitionResult.AlreadySo already:
                return new OrderCommandAnswer(true, $"Order {already.Order.Number} was {done} before; nothing changed.");
            case TransitionResult.Refused refused:
                return new OrderCommandAnswer(false, refused.Detail);
            default:
                throw new InvalidOperationException($"{result} is no answer.");
        }
    }

    private static OrderCommandAnswer Cancelled(Order before, PaymentDecision decision) => decision switch
    {
        _ when RefundOf(decision) is not null => Refunded(before, decision),
        { Order.State: OrderState.Cancelled } when before.State != OrderState.Cancelled =>
            new(true, $"Order {before.Number} is cancelled."),
        _ when decision.Order.Has(OrderFlags.Cancelling) => new(true,
            $"The payment gateway is asked to close the payment of order {before.Number}; it is cancelled as soon as the gateway says so, unless it was paid meanwhile."),
        _ => new(true, $"Order {before.Number} was closed before; nothing changed."),
    };

    private static OrderCommandAnswer Refunded(Order before, PaymentDecision decision)
    {
        var asked = RefundOf(decision) ?? throw new InvalidOperationException($"A refund of order {before.Number} was neither asked for nor refused.");
        return decision.Order.State == OrderState.Cancelled && before.State != OrderState.Cancelled
            ? new(true, $"Order {before.Number} is cancelled, its goods are for sale again, and the payment gateway is asked to give back {asked.Amount.Plain()}.")
            : new(true, $"The payment gateway is asked to give back {asked.Amount.Plain()} of order {before.Number}{(asked.Cause == RefundCause.Merchant ? "" : ", which was owed")}; you are told when it has.");
    }

    private static OrderCommandAnswer Replayed(PaymentDecision decision, string key) => decision switch
    {
        _ when decision.Settled.Contains(key) => new(true,
            $"Call {key} of order {decision.Order.Number} is settled: {decision.Ledger.FateOf(key)}. It is not made again."),
        _ => new(true, $"The payment gateway is asked what it has of call {key} of order {decision.Order.Number}, before anything is made again."),
    };

    private static RefundPayment? RefundOf(PaymentDecision decision) => decision.Calls.OfType<RefundPayment>().FirstOrDefault();

    private static RefundRequest RequestOf(Order order, RefundTerms? terms) => terms switch
    {
        { Amount: { } amount } => new RefundRequest.Amount(new Money(amount, order.Currency)),
        { Lines.Count: > 0 } or { Delivery: true } =>
            new RefundRequest.Pieces([.. terms.Lines.Select(line => new StockLine(new Sku(line.Sku), line.Quantity))], terms.Delivery),
        _ => new RefundRequest.Everything(),
    };
}
