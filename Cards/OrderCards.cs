using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>Orders: how far each has come, and what can be done about it.</summary>
internal static class OrderCards
{
    /// <param name="placed">When it was placed, by the shop's clock.</param>
    public static Attachment InRow(Order order, DateTimeOffset placed, Words words) => new HeroCard(
        words.Say("order.title", ("number", order.Number)),
        words.Say("order.line", ("state", State(order, words)), ("total", order.Total.Show(words)), ("date", placed.ToString("d MMM yyyy", words.Culture))),
        buttons: [Tap.On(words.Say("button.order.details"), new ShopAction.ShowOrder(order.Number)), .. Doing(order, words)]).ToAttachment();

    /// <param name="back">What of the money went back; null when nothing did.</param>
    public static Attachment Whole(Order order, Words words, Money? back = null) => new HeroCard(
        words.Say("order.title", ("number", order.Number)),
        State(order, words),
        string.Join('\n', Lines(order, words, back)),
        buttons: [.. Doing(order, words)]).ToAttachment();

    /// <summary>How far it has come, in words.</summary>
    public static string State(Order order, Words words)
    {
        if (order.Has(OrderFlags.PaidUnfilled))
            return words.Say("state.Refund");
        return order.Has(OrderFlags.Cancelling)
            ? words.Say("state.Cancelling")
            : words.Say($"state.{order.State}");
    }

    private static IEnumerable<CardAction> Doing(Order order, Words words)
    {
        if (order.CanBePaid)
        {
            yield return Tap.On(words.Say("button.pay.now"), new ShopAction.PayOrder(order.Number));
            yield return Tap.On(words.Say("button.order.cancel"), new ShopAction.CancelOrder(order.Number));
        }
        else if (!order.Has(OrderFlags.PaidUnfilled) && order.State is (OrderState.Cancelled or OrderState.Expired or OrderState.Delivered))
        {
            yield return Tap.On(words.Say("button.again"), new ShopAction.OrderAgain(order.Number));
        }
        else
        {
            yield return Tap.On(words.Say("button.person"), new ShopAction.Person());
        }
    }

    private static IEnumerable<string> Lines(Order order, Words words, Money? back)
    {
        foreach (var line in order.Lines)
            yield return words.Say("summary.line", ("quantity", line.Quantity), ("product", CheckoutCards.Goods(line)), ("total", line.Total.Show(words)));
        yield return words.Say("summary.delivery", ("name", order.Delivery.Name), ("price", CheckoutCards.Price(order.Delivery.Price, words)));
        yield return words.Say("summary.total", ("total", order.Total.Show(words)));
        yield return words.Say("summary.vat", ("vat", order.Vat.Show(words)));
        yield return words.Say("summary.to", ("address", CheckoutCards.OneLine(order.Address, words)));
        if (back is { Minor: > 0 } refunded)
            yield return words.Say("order.back", ("amount", refunded.Show(words)));
        if (order.Tracking is { } tracking)
            yield return words.Say("order.tracking", ("tracking", tracking));
    }
}
