using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>The right word to the shopper for everything that a payment can come to.</summary>
internal static class PaymentTelling
{
    /// <param name="before">The order as it was, to know whether somebody was cancelling it.</param>
    /// <param name="asked">Whether the shopper asked and waits for a word even when nothing is new.</param>
    public static Task TellAsync(Turn turn, Order before, Confirmed confirmed, bool asked, string shopName)
    {
        var order = confirmed.Order;
        return confirmed switch
        {
            { Outcome: ConfirmOutcome.Paid } => ReceiptAsync(turn, before, confirmed, shopName),
            { Outcome: ConfirmOutcome.AlreadyPaid } when asked => SayAsync(turn, "pay.already", order),
            { Outcome: ConfirmOutcome.StillOpen } when asked => SayAsync(turn, "pay.notyet", order),
            { Outcome: ConfirmOutcome.Processing } when confirmed.News || asked => SayAsync(turn, "pay.processing", order),
            { Outcome: ConfirmOutcome.PaymentFailed, News: true } => AgainAsync(turn, "pay.failed", order),
            { Outcome: ConfirmOutcome.AttemptClosed, News: true } => turn.SayAsync(
                turn.Words.Say("pay.trouble", ("number", order.Number)),
                Tap.On(turn.Words.Say("button.retry"), new ShopAction.PayOrder(order.Number)),
                Tap.On(turn.Words.Say("button.order.cancel"), new ShopAction.CancelOrder(order.Number)),
                Tap.On(turn.Words.Say("button.person"), new ShopAction.Person())),
            { Outcome: ConfirmOutcome.Cancelled } when confirmed.News || asked => AgainAsync(turn, "pay.cancelled", order),
            { Outcome: ConfirmOutcome.Expired } when confirmed.News || asked => AgainAsync(turn, "pay.expired", order),
            { Outcome: ConfirmOutcome.Unfillable, OwedBack: { } owed } => OwedAsync(turn, "pay.unfillable", order, owed),
            { Outcome: ConfirmOutcome.PaidTwice, OwedBack: { } owed } => OwedAsync(turn, "pay.twice", order, owed),
            { Outcome: ConfirmOutcome.Refused, OwedBack: { } owed } => OwedAsync(turn, "pay.mismatch", order, owed),
            _ => Task.CompletedTask,
        };
    }

    private static async Task ReceiptAsync(Turn turn, Order before, Confirmed confirmed, string shopName)
    {
        var order = confirmed.Order;
        if (before.Has(OrderMarks.Cancelling))
            await turn.SayAsync(turn.Words.Say("pay.won"));
        var card = confirmed.Money?.Card is { } seen ? (seen.Brand, seen.Last4) : ((string, string)?)null;
        await turn.SendAsync(Reply.Card(null, ReceiptCards.Of(order, card, turn.Here(confirmed.Money?.At ?? turn.Now), shopName, turn.Words)));
        await turn.SayAsync(
            turn.Words.Say("pay.paid", ("number", order.Number), ("total", order.Total.Show(turn.Words))),
            Tap.On(turn.Words.Say("button.orders"), new ShopAction.MyOrders()),
            Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()));
    }

    private static Task SayAsync(Turn turn, string key, Order order) => turn.SayAsync(turn.Words.Say(key, ("number", order.Number)));

    private static Task AgainAsync(Turn turn, string key, Order order) => turn.SayAsync(
        turn.Words.Say(key, ("number", order.Number)),
        Tap.On(turn.Words.Say("button.again"), new ShopAction.OrderAgain(order.Number)),
        Tap.On(turn.Words.Say("button.categories"), new ShopAction.Categories(0)),
        Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()));

    private static Task OwedAsync(Turn turn, string key, Order order, Catalog.Money owed) => turn.SayAsync(
        turn.Words.Say(key, ("number", order.Number), ("amount", owed.Show(turn.Words))),
        Tap.On(turn.Words.Say("button.person"), new ShopAction.Person()),
        Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()));
}
