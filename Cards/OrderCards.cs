using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>Orders: how far each has come, and what can be done about it.</summary>
internal static class OrderCards
{
    /// <summary>Messenger shows three buttons on a card.</summary>
    private const int MostOnCard = 3;
    private const int MostBesideDetails = MostOnCard - 1;

    /// <param name="placed">When it was placed, by the shop's clock.</param>
    public static Attachment InRow(Order order, DateTimeOffset placed, Texts texts, OrderOffers? offers = null) =>
        new HeroCard(
            texts.Get("order.title", ("number", order.Number)),
            texts.Get(
                "order.line", ("state", State(order, texts)), ("total", order.Total.Show(texts)),
                ("date", placed.ToString("d MMM yyyy", texts.Culture))),
            buttons:
            [
                ActionButton.For(texts.Get("button.order.details"), new ShopAction.ShowOrder(order.Number)),
                .. Doing(order, texts, offers ?? OrderOffers.None).Take(MostBesideDetails),
            ]
        ).ToAttachment();

    /// <param name="back">What of the money went back; null when nothing did.</param>
    public static Attachment Whole(Order order, Texts texts, Money? back = null, OrderOffers? offers = null) => new HeroCard(
        texts.Get("order.title", ("number", order.Number)),
        State(order, texts),
        string.Join('\n', Lines(order, texts, back)),
        buttons: [.. Doing(order, texts, offers ?? OrderOffers.None).Take(MostOnCard)]).ToAttachment();

    /// <summary>What else can be done with it, as quick replies under its card.</summary>
    public static IEnumerable<CardAction> Below(Order order, Texts texts, OrderOffers offers)
    {
        if (offers.Readdress)
            yield return ActionButton.For(texts.Get("button.readdress"), new ShopAction.ChangeAddress(order.Number));
        if (offers.Return)
            yield return ActionButton.For(texts.Get("button.return"), new ShopAction.AskReturn(order.Number, WithdrawnPieces.All));
        if (offers.Receipt)
            yield return ActionButton.For(texts.Get("button.receipt"), new ShopAction.SendReceipt(order.Number));
        if (order.State is OrderState.Shipped or OrderState.PartlyShipped or OrderState.Paid)
            yield return ActionButton.For(texts.Get("button.again"), new ShopAction.OrderAgain(order.Number));
        yield return ActionButton.For(texts.Get("button.person"), new ShopAction.Person());
    }

    /// <summary>A question about an order, whose buttons stay when more is said.</summary>
    public static Attachment Question(string text, params CardAction[] buttons) =>
        new HeroCard(text: text, buttons: [.. buttons]).ToAttachment();

    /// <summary>What is told of a parcel, with the page that shows where it is.</summary>
    public static Attachment Notice(string text, Uri page, Texts texts) =>
        new HeroCard(text: text, buttons: [Track(page, texts)]).ToAttachment();

    /// <summary>The button that leads to where a parcel is shown.</summary>
    private static CardAction Track(Uri page, Texts texts) => ActionButton.Link(texts.Get("button.track"), page);

    /// <summary>How far it has come, in words.</summary>
    public static string State(Order order, Texts texts)
    {
        if (order.Has(OrderFlags.PaidUnfilled))
            return texts.Get("state.Refund");
        return order.Has(OrderFlags.Cancelling)
            ? texts.Get("state.Cancelling")
            : texts.Get($"state.{order.State}");
    }

    private static IEnumerable<CardAction> Doing(Order order, Texts texts, OrderOffers offers)
    {
        if (offers.Withdraw)
            yield return WithdrawalCards.Button(order.Number, texts);
        if (offers.Track is { } page)
            yield return Track(page, texts);
        if (order.CanBePaid)
        {
            yield return ActionButton.For(texts.Get("button.pay.now"), new ShopAction.PayOrder(order.Number));
            yield return ActionButton.For(texts.Get("button.order.cancel"), new ShopAction.CancelOrder(order.Number));
        }
        else if (offers.Cancel)
        {
            yield return ActionButton.For(texts.Get("button.order.cancel"), new ShopAction.CancelOrder(order.Number));
        }
        else if (!order.Has(OrderFlags.PaidUnfilled) && order.State is (OrderState.Cancelled or OrderState.Expired or OrderState.Delivered))
        {
            yield return ActionButton.For(texts.Get("button.again"), new ShopAction.OrderAgain(order.Number));
        }
        else
        {
            yield return ActionButton.For(texts.Get("button.person"), new ShopAction.Person());
        }
    }

    private static IEnumerable<string> Lines(Order order, Texts texts, Money? back)
    {
        foreach (var line in order.Lines)
            yield return texts.Get(
                "summary.line", ("quantity", line.Quantity), ("product", CheckoutCards.Goods(line)), ("total", line.Total.Show(texts)));
        yield return texts.Get(
            "summary.delivery", ("name", order.Delivery.Name), ("price", CheckoutCards.Price(order.Delivery.Price, texts)));
        yield return texts.Get("summary.total", ("total", order.Total.Show(texts)));
        yield return texts.Get("summary.vat", ("vat", order.Vat.Show(texts)));
        yield return texts.Get("summary.to", ("address", CheckoutCards.OneLine(order.Address, texts)));
        if (CheckoutCards.Note(order.Address.CourierNote, texts) is { } note)
            yield return note;
        if (order.Withdrawals.Count > 0)
            yield return texts.Get("order.withdrawn");
        if (order.Returns is [.., var last])
            yield return texts.Get(last.Answer switch
            {
                null => "order.return.asked",
                { IsApproved: true } => "order.return.approved",
                _ => "order.return.declined",
            });
        if (back is { Minor: > 0 } refunded)
            yield return texts.Get("order.back", ("amount", refunded.Show(texts)));
        foreach (var parcel in Parcels(order))
            yield return texts.Get("order.tracking", ("tracking", parcel));
    }

    private static IEnumerable<string> Parcels(Order order)
    {
        var labels = order.Shipments.Select(shipment => shipment.Label()).Where(label => label.Length > 0).ToList();
        return labels.Count > 0 || order.Tracking is null ? labels.Distinct() : [order.Tracking];
    }
}
