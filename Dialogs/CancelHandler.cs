using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>
/// A shopper cancels what is paid: asked once more, with the money that comes back, and only while nothing of it left. What left can be
/// given back instead.
/// </summary>
internal static class CancelHandler
{
    /// <summary>The answer to "cancel" for an order that is paid or left already.</summary>
    public static Task AnswerAsync(ShopTurn turn, Order order, PaymentLedger ledger, ShopSettings shop)
    {
        if (shop.CancelPaid && order.CanBeGivenBack && ledger.PaidBy() is { } receipt)
            return AskAsync(turn, order, ledger.LeftOf(receipt).Show(turn.Texts));
        return order.IsPaid && order.Shipments.Count > 0 || order.State is OrderState.Shipped or OrderState.Delivered
            ? TooLateAsync(turn, order, shop)
            : turn.SendTextAsync(
                turn.Texts.Get("pay.refund", ("number", order.Number)), [Person(turn), .. CatalogHandler.Around(turn)]);
    }

    /// <summary>Writes down that it was the shopper who cancelled.</summary>
    public static void Record(ShopTurn turn, PaymentDecision decision)
    {
        if (decision.Notices.FirstOrDefault(notice => notice.Kind == NoticeKind.GivenBack) is { } told)
            turn.Orders.Record(
                decision.Order.Id,
                new OrderEvent(OrderEventKind.CancelledByShopper, turn.Now, null, new(Amount: told.Amount?.Plain())));
    }

    private static Task AskAsync(ShopTurn turn, Order order, string amount) => turn.SendAsync(Reply.Card(
        null, OrderCards.Question(turn.Texts.Get("cancel.paid.confirm", ("number", order.Number), ("amount", amount)),
            ActionButton.For(turn.Texts.Get("button.give.back"), new ShopAction.GiveBack(order.Number)),
            ActionButton.For(turn.Texts.Get("button.order.keep"), new ShopAction.ShowOrder(order.Number))),
        Person(turn)));

    private static Task TooLateAsync(ShopTurn turn, Order order, ShopSettings shop)
    {
        var offers = OrdersHandler.OffersOf(turn, order, shop);
        List<CardAction> instead = offers.Withdraw ? [WithdrawalCards.Button(order.Number, turn.Texts)] : [];
        return turn.SendTextAsync(
            turn.Texts.Get(offers.Withdraw ? "cancel.left" : "cancel.left.late", ("number", order.Number)),
            [.. instead, ActionButton.For(turn.Texts.Get("button.order.details"), new ShopAction.ShowOrder(order.Number)), Person(turn)]);
    }

    private static CardAction Person(ShopTurn turn) => ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person());
}
