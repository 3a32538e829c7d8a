using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>The right word to the shopper for every notice about a payment.</summary>
internal static class PaymentMessages
{
    public static Task TellAsync(ShopTurn turn, Order order, PaymentLedger ledger, PaymentNotice notice, ShopSettings shop)
    {
        return notice.Kind switch
        {
            NoticeKind.OrderPlaced => Say("pay.preparing"),
            NoticeKind.CheckoutPreparing => Say("pay.waiting", PayCards.Below(order, turn.Texts)),
            NoticeKind.CheckoutReady => PageAsync(turn, order, notice.Page!),
            NoticeKind.CheckoutReplacing => Say("pay.newlink"),
            NoticeKind.CheckoutFailed => Say("pay.trouble", [Retry(), Undo(), Person()]),
            NoticeKind.Checking => Say("pay.checking"),
            NoticeKind.NotYetPaid => Say("pay.notyet"),
            NoticeKind.StatusUnknown => Say("pay.unknown", PayCards.Below(order, turn.Texts)),
            NoticeKind.Declined => Say($"pay.declined.{notice.Decline}", PayCards.Below(order, turn.Texts)),
            NoticeKind.Processing => Say("pay.processing"),
            NoticeKind.WonOverCancel => Say("pay.won"),
            NoticeKind.Paid => ReceiptAsync(turn, order, notice.Receipt!, shop.Name),
            NoticeKind.AlreadyPaid => Say("pay.already", CatalogHandler.Around(turn)),
            NoticeKind.PaymentFailed => Say("pay.failed", Again()),
            NoticeKind.Expired => Say("pay.expired", Again()),
            NoticeKind.OrderClosed => turn.SendAsync(Reply.Card(null, OrderCards.Whole(order, turn.Texts, ledger.WentBack))),
            NoticeKind.Cancelling => Say("pay.cancelling", CatalogHandler.Around(turn)),
            NoticeKind.CancellingByShop => Say("order.cancelling.shop"),
            NoticeKind.Cancelled => Say("pay.cancelled", Again()),
            NoticeKind.CancelledByShop => Say("order.cancelled.shop"),
            NoticeKind.SoldOut => Say("pay.soldout", CatalogHandler.Around(turn)),
            NoticeKind.CancelTooLate => Say("pay.cannot", CatalogHandler.Around(turn)),
            NoticeKind.CancelNeedsRefund => CancelHandler.AnswerAsync(turn, order, ledger, shop),
            NoticeKind.Unfillable => Say("pay.unfillable", Afterwards()),
            NoticeKind.PaidTwice => Say("pay.twice", Afterwards()),
            NoticeKind.Mispaid => Say("pay.mismatch", Afterwards()),
            NoticeKind.DisputeRefund => Say("refund.dispute", Afterwards()),
            NoticeKind.RefundAsked => Say("refund.asked"),
            NoticeKind.CancelledWithRefund => Say("order.cancelled.refund"),
            NoticeKind.GivenBack => Say("cancel.paid.done", Again()),
            NoticeKind.RefundPending => Say("refund.pending"),
            NoticeKind.RefundDone => Say("refund.done"),
            NoticeKind.RefundFailed => Say("refund.failed", [Person()]),
            NoticeKind.CancelledRefunded => Say("order.calledoff", CatalogHandler.Around(turn)),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "Nobody has a word for that: add it to PaymentMessages."),
        };

        Task Say(string key, IEnumerable<CardAction>? quick = null) => turn.SendTextAsync(
            turn.Texts.Get(key, ("number", order.Number), ("amount", notice.Amount?.Show(turn.Texts) ?? ""),
                ("state", OrderCards.State(order, turn.Texts))),
            quick ?? []);

        CardAction Person() => ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person());

        CardAction Menu() => ActionButton.For(turn.Texts.Get("button.menu"), new ShopAction.Menu());

        CardAction Retry() => ActionButton.For(turn.Texts.Get("button.retry"), new ShopAction.PayOrder(order.Number));

        CardAction Undo() => ActionButton.For(turn.Texts.Get("button.order.cancel"), new ShopAction.CancelOrder(order.Number));

        CardAction[] Afterwards() => [Person(), Menu()];

        CardAction[] Again() =>
        [
            ActionButton.For(turn.Texts.Get("button.again"), new ShopAction.OrderAgain(order.Number)),
            ActionButton.For(turn.Texts.Get("button.categories"), new ShopAction.Categories(0)),
            Menu(),
        ];
    }

    private static Task PageAsync(ShopTurn turn, Order order, CheckoutPage page) =>
        turn.SendAsync(Reply.Card(null, PayCards.Pay(order, page.Url, page.Until - turn.Now, turn.Texts),
            PayCards.Below(order, turn.Texts)));

    /// <summary>The receipt once more, as a copy.</summary>
    public static Task SendCopyAsync(ShopTurn turn, Order order, PaymentFact receipt, string shopName) =>
        turn.SendAsync(Reply.Card(null, CardOf(turn, order, receipt, shopName, turn.ToShopTime(turn.Now))));

    private static Attachment CardOf(ShopTurn turn, Order order, PaymentFact receipt, string shopName, DateTimeOffset? copiedAt = null)
    {
        var card = receipt.Card is { } seen ? (seen.Brand, seen.Last4) : ((string, string)?)null;
        return ReceiptCards.Of(order, card, turn.ToShopTime(receipt.At), shopName, turn.Texts, copiedAt);
    }

    private static async Task ReceiptAsync(ShopTurn turn, Order order, PaymentFact receipt, string shopName)
    {
        await turn.SendAsync(Reply.Card(null, CardOf(turn, order, receipt, shopName)));
        await turn.SendTextAsync(
            turn.Texts.Get("pay.paid", ("number", order.Number), ("total", order.Total.Show(turn.Texts))),
            ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders()),
            ActionButton.For(turn.Texts.Get("button.menu"), new ShopAction.Menu()));
    }
}
