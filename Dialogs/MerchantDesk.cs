using System.Text.Json;
using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>The merchant's commands, carried out in the order's own lane; the shopper hears of each.</summary>
internal static class MerchantDesk
{
    public static async Task<OrderCommandAnswer> DoAsync(Turn turn, string name, JsonElement value, CancellationToken cancellationToken)
    {
        var command = OrderCommands.Read(value);
        if (await turn.Orders.FindAsync(new OrderId(command.Order), cancellationToken) is not { } order)
            return new OrderCommandAnswer(false, $"There is no order {command.Order} here.");
        turn.SpeakAs(order);
        return name switch
        {
            OrderCommands.Ship => await MoveAsync(turn, order.Ship(command.Tracking, turn.Now), "shipped", Shipped(turn, order, command.Tracking)),
            OrderCommands.Deliver => await MoveAsync(turn, order.Take(OrderStep.Deliver, turn.Now), "delivered", turn.Words.Say("order.delivered", ("number", order.Number))),
            OrderCommands.Cancel => await CancelAsync(turn, order, cancellationToken),
            OrderCommands.Refund => await RefundAsync(turn, order, WishOf(order, command.Refund), command.Refund?.Restock ?? false, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such command."),
        };
    }

    private static string Shipped(Turn turn, Order order, string? tracking) => tracking is null
        ? turn.Words.Say("order.shipped", ("number", order.Number))
        : turn.Words.Say("order.shipped.tracking", ("number", order.Number), ("tracking", tracking));

    private static async Task<OrderCommandAnswer> MoveAsync(Turn turn, Move move, string done, string told)
    {
        switch (move)
        {
            case Move.Accepted accepted:
                turn.Orders.Save(accepted.Order);
                await turn.SayAsync(told);
                return new OrderCommandAnswer(true, $"Order {accepted.Order.Number} is {done}; the shopper is told.");
            case Move.AlreadySo already:
                return new OrderCommandAnswer(true, $"Order {already.Order.Number} was {done} before; nothing changed.");
            case Move.Refused refused:
                return new OrderCommandAnswer(false, refused.Detail);
            default:
                throw new InvalidOperationException($"{move} is no answer.");
        }
    }

    private static async Task<OrderCommandAnswer> CancelAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        switch (await Cashier.CancelAsync(turn, order, cancellationToken))
        {
            case CancelAnswer.Cancelled:
                await turn.SayAsync(turn.Words.Say("order.cancelled.shop", ("number", order.Number)));
                return new OrderCommandAnswer(true, $"Order {order.Number} is cancelled; the shopper is told.");
            case CancelAnswer.Asked:
                await turn.SayAsync(turn.Words.Say("order.cancelling.shop", ("number", order.Number)));
                return new OrderCommandAnswer(true, $"Stripe is asked to close the payment of order {order.Number}; it is cancelled as soon as Stripe says so, unless it was paid meanwhile.");
            case CancelAnswer.AlreadySo:
                return new OrderCommandAnswer(true, $"Order {order.Number} was closed before; nothing changed.");
            case CancelAnswer.Refused { Reason: MoveRefusal.NeedsRefund } when order.State is OrderState.Paid or OrderState.Preparing:
                return await RefundAsync(turn, order, new RefundWish.Everything(), restock: true, cancellationToken);
            case CancelAnswer.Refused { Reason: MoveRefusal.NeedsRefund }:
                return new OrderCommandAnswer(false, $"Order {order.Number} has left already: take it back, and give the money back with 'orders refund {order.Number}'.");
            case CancelAnswer.Refused refused:
                return new OrderCommandAnswer(false, refused.Detail);
            default:
                throw new InvalidOperationException("Cancelling gave an answer that nobody knows.");
        }
    }

    private static async Task<OrderCommandAnswer> RefundAsync(Turn turn, Order order, RefundWish wish, bool restock, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        switch (RefundDesk.Refund(turn, order, ledger, wish, restock))
        {
            case RefundAnswer.Asked { CalledOff: true } asked:
                await turn.SayAsync(turn.Words.Say("order.cancelled.refund", ("number", order.Number), ("amount", asked.Call.Amount.Show(turn.Words))));
                return new OrderCommandAnswer(true, $"Order {order.Number} is cancelled, its goods are for sale again, and Stripe is asked to give back {asked.Call.Amount.Plain()}; the shopper is told.");
            case RefundAnswer.Asked asked:
                await turn.SayAsync(turn.Words.Say("refund.asked", ("number", order.Number), ("amount", asked.Call.Amount.Show(turn.Words))));
                return new OrderCommandAnswer(true, $"Stripe is asked to give back {asked.Call.Amount.Plain()} of order {order.Number}{(asked.Call.Cause == RefundCause.Merchant ? "" : ", which was owed")}; the shopper is told, and again when Stripe says so.");
            case RefundAnswer.Refused refused:
                return new OrderCommandAnswer(false, refused.Reason);
            case var other:
                throw new InvalidOperationException($"{other} is no answer.");
        }
    }

    private static RefundWish WishOf(Order order, RefundTerms? terms) => terms switch
    {
        { Amount: { } amount } => new RefundWish.Amount(new Money(amount, order.Currency)),
        { Lines.Count: > 0 } or { Delivery: true } => new RefundWish.Pieces([.. terms.Lines.Select(line => new StockLine(new Sku(line.Sku), line.Quantity))], terms.Delivery),
        _ => new RefundWish.Everything(),
    };
}
