using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>The button that leads to the page to pay on.</summary>
internal static class PayCards
{
    public static Attachment Pay(Order order, Uri page, TimeSpan left, Words words) => new HeroCard(
        words.Say("pay.title", ("number", order.Number), ("total", order.Total.Show(words))),
        text: words.Count("pay.text", Math.Max(1, (long)Math.Ceiling(left.TotalMinutes))),
        buttons: [Tap.Page(words.Say("button.pay"), page)]).ToAttachment();

    public static IEnumerable<CardAction> Below(Order order, Words words) =>
    [
        Tap.On(words.Say("button.paid"), new ShopAction.Paid(order.Number)),
        Tap.On(words.Say("button.cancel"), new ShopAction.CancelOrder(order.Number)),
        Tap.On(words.Say("button.help"), new ShopAction.Help()),
    ];
}
