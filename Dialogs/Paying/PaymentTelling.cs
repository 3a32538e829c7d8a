using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>The right word to the shopper for every notice about a payment.</summary>
internal static class PaymentTelling
{
    public static Task TellAsync(Turn turn, Order order, PaymentLedger ledger, PaymentNotice notice, string shopName)
    {
        return notice.Kind switch
        {
            NoticeKind.OrderPlaced => Say("pay.preparing"),
            NoticeKind.CheckoutPreparing => Say("pay.waiting", PayCards.Below(order, turn.Words)),
            NoticeKind.CheckoutReady => PageAsync(turn, order, notice.Page!),
            NoticeKind.CheckoutReplacing => Say("pay.newlink"),
            NoticeKind.CheckoutFailed => Say("pay.trouble", [Retry(), Undo(), Person()]),
            NoticeKind.Checking => Say("pay.checking"),
            NoticeKind.NotYetPaid => Say("pay.notyet"),
            NoticeKind.StatusUnknown => Say("pay.unknown", PayCards.Below(order, turn.Words)),
            NoticeKind.Declined => Say($"pay.declined.{notice.Decline}", PayCards.Below(order, turn.Words)),
            NoticeKind.Processing => Say("pay.processing"),
            NoticeKind.WonOverCancel => Say("pay.won"),
            NoticeKind.Paid => ReceiptAsync(turn, order, notice.Receipt!, shopName),
            NoticeKind.AlreadyPaid => Say("pay.already", Browse.Around(turn)),
            NoticeKind.PaymentFailed => Say("pay.failed", Again()),
            NoticeKind.Expired => Say("pay.expired", Again()),
            NoticeKind.OrderClosed => turn.SendAsync(Reply.Card(null, OrderCards.Whole(order, turn.Words, ledger.WentBack))),
            NoticeKind.Cancelling => Say("pay.cancelling", Browse.Around(turn)),
            NoticeKind.CancellingByShop => Say("order.cancelling.shop"),
            NoticeKind.Cancelled => Say("pay.cancelled", Again()),
            NoticeKind.CancelledByShop => Say("order.cancelled.shop"),
            NoticeKind.CancelTooLate => Say("pay.cannot", Browse.Around(turn)),
            NoticeKind.CancelNeedsRefund => Say("pay.refund", [Person(), .. Browse.Around(turn)]),
            NoticeKind.Unfillable => Say("pay.unfillable", Afterwards()),
            NoticeKind.PaidTwice => Say("pay.twice", Afterwards()),
            NoticeKind.Mispaid => Say("pay.mismatch", Afterwards()),
            NoticeKind.DisputeRefund => Say("refund.dispute", Afterwards()),
            NoticeKind.RefundAsked => Say("refund.asked"),
            NoticeKind.CancelledWithRefund => Say("order.cancelled.refund"),
            NoticeKind.RefundPending => Say("refund.pending"),
            NoticeKind.RefundDone => Say("refund.done"),
            NoticeKind.RefundFailed => Say("refund.failed", [Person()]),
            NoticeKind.CancelledRefunded => Say("order.calledoff", Browse.Around(turn)),
            _ => throw new ArgumentOutOfRangeException(nameof(notice), notice, "Nobody has a word for that: add it to PaymentTelling."),
        };

        Task Say(string key, IEnumerable<CardAction>? quick = null) => turn.SayAsync(
            turn.Words.Say(key, ("number", order.Number), ("amount", notice.Amount?.Show(turn.Words) ?? ""),
                ("state", OrderCards.State(order, turn.Words))),
            quick ?? []);

        CardAction Person() => Tap.On(turn.Words.Say("button.person"), new ShopAction.Person());

        CardAction Menu() => Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu());

        CardAction Retry() => Tap.On(turn.Words.Say("button.retry"), new ShopAction.PayOrder(order.Number));

        CardAction Undo() => Tap.On(turn.Words.Say("button.order.cancel"), new ShopAction.CancelOrder(order.Number));

        CardAction[] Afterwards() => [Person(), Menu()];

        CardAction[] Again() =>
        [
            Tap.On(turn.Words.Say("button.again"), new ShopAction.OrderAgain(order.Number)),
            Tap.On(turn.Words.Say("button.categories"), new ShopAction.Categories(0)),
            Menu(),
        ];
    }

    private static Task PageAsync(Turn turn, Order order, CheckoutPage page) =>
        turn.SendAsync(Reply.Card(null, PayCards.Pay(order, page.Url, page.Until - turn.Now, turn.Words),
            PayCards.Below(order, turn.Words)));

    private static async Task ReceiptAsync(Turn turn, Order order, PaymentFact receipt, string shopName)
    {
        var card = receipt.Card is { } seen ? (seen.Brand, seen.Last4) : ((string, string)?)null;
        await turn.SendAsync(Reply.Card(null, ReceiptCards.Of(order, card, turn.Here(receipt.At), shopName, turn.Words)));
        await turn.SayAsync(
            turn.Words.Say("pay.paid", ("number", order.Number), ("total", order.Total.Show(turn.Words))),
            Tap.On(turn.Words.Say("button.orders"), new ShopAction.MyOrders()),
            Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()));
    }
}
