using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The button that leads to the page to pay on, under what it costs in all.</summary>
internal static class PayCards
{
    public static Attachment Pay(Order order, Uri page, TimeSpan left, Texts texts) => new HeroCard(
        texts.Get("pay.title", ("total", order.Total.Show(texts))),
        texts.Count("pay.text", Math.Max(1, (long)Math.Ceiling(left.TotalMinutes)), ("number", order.Number)),
        buttons: [ActionButton.Page(texts.Get("button.pay"), page)]).ToAttachment();

    public static IEnumerable<CardAction> Below(Order order, Texts texts) =>
    [
        ActionButton.For(texts.Get("button.paid"), new ShopAction.Paid(order.Number)),
        ActionButton.For(texts.Get("button.cancel"), new ShopAction.CancelOrder(order.Number)),
        ActionButton.For(texts.Get("button.help"), new ShopAction.Help()),
    ];
}
