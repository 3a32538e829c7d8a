using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>What a shopper asks about orders. Nobody sees or touches another's.</summary>
internal static class OrdersHandler
{
    private const int Newest = 10;

    /// <summary>Orders that wait for their payment are among the newest: an hour later they wait no more.</summary>
    private const int MostLookedAt = 50;

    /// <summary>Two buttons each, and Messenger shows thirteen.</summary>
    private const int MostOffered = 5;

    public static async Task ListAsync(ShopTurn turn, ShopSettings shop, CancellationToken cancellationToken)
    {
        var orders = await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken);
        if (orders.Count == 0)
            await turn.SendTextAsync(turn.Texts.Get("orders.none"), CatalogHandler.Around(turn));
        else
            await turn.SendAsync(
                Reply.Row(
                    turn.Texts.Get("orders.title"),
                    orders.Select(order => OrderCards.InRow(
                        order, turn.ToShopTime(order.Created), turn.Texts, OffersOf(turn, order, shop))),
                    CatalogHandler.Around(turn)
                ));
    }

    public static async Task ShowAsync(ShopTurn turn, OrderNumber number, ShopSettings shop, CancellationToken cancellationToken)
    {
        if (await MineAsync(turn, number, cancellationToken) is { } order)
            await ShowAsync(turn, order, shop, cancellationToken);
    }

    public static async Task ShowAsync(ShopTurn turn, Order order, ShopSettings shop, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        var offers = OffersOf(turn, order, shop);
        await turn.SendAsync(Reply.Card(
            null, OrderCards.Whole(order, turn.Texts, ledger.WentBack, offers),
            [.. OrderCards.Below(order, turn.Texts, offers), .. CatalogHandler.Around(turn)]));
    }

    /// <summary>What the shopper may do with it now.</summary>
    public static OrderOffers OffersOf(ShopTurn turn, Order order, ShopSettings shop) => new(
        WithdrawalHandler.IsOpen(turn, order), shop.CancelPaid && order.CanBeGivenBack, AddressChange.IsOpen(order), order.IsPaid,
        order.MayAskReturn(), shop.Tracking.OfLast(order));

    /// <summary>The shopper's own order of that number, or nothing, in silence: words that happen to look like a number.</summary>
    public static async Task<Order?> TryFindAsync(ShopTurn turn, string text, CancellationToken cancellationToken) =>
        OrderNumbers.TryParse(text, out var number)
        && await turn.Orders.FindAsync(number, cancellationToken) is { } order
        && order.Shopper == turn.Shopper
            ? order
            : null;

    /// <summary>The shopper's own order of that number; else the shopper is told that there is none.</summary>
    public static async Task<Order?> MineAsync(ShopTurn turn, OrderNumber number, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(number, cancellationToken) is { } order && order.Shopper == turn.Shopper)
            return order;
        await turn.SendTextAsync(
            turn.Texts.Get("order.unknown"),
            [ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders()), .. CatalogHandler.Around(turn)]);
        return null;
    }

    /// <summary>Orders whose goods are set aside and that nobody has paid, the newest first.</summary>
    public static async Task<IReadOnlyList<Order>> UnpaidOrdersAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        [
            .. (await turn.Orders.NewestAsync(turn.Shopper, MostLookedAt, cancellationToken)).Where(order =>
                order.State == OrderState.AwaitingPayment),
        ];

    /// <summary>As many orders wait for their payment as one shopper may have: each can be paid or cancelled here.</summary>
    public static Task TooManyAsync(ShopTurn turn, IReadOnlyList<Order> unpaid) =>
        turn.SendTextAsync(
            turn.Texts.Count(
                "order.unpaid", unpaid.Count, ("numbers", string.Join(", ", unpaid.Select(order => NumberText.Show(order.Number))))),
            [
                .. unpaid
                    .Take(MostOffered)
                    .SelectMany(order =>
                        (CardAction[])
                            [
                                ActionButton.For(
                                    turn.Texts.Get("button.unpaid.pay", ("number", order.Number)), new ShopAction.PayOrder(order.Number)),
                                ActionButton.For(
                                    turn.Texts.Get("button.unpaid.cancel", ("number", order.Number)),
                                    new ShopAction.CancelOrder(order.Number)),
                            ]),
                ActionButton.For(turn.Texts.Get("button.orders"), new ShopAction.MyOrders()),
                ActionButton.For(turn.Texts.Get("button.resume"), new ShopAction.Resume()),
            ]);

    /// <summary>The newest order that waits for its payment.</summary>
    public static async Task<Order?> UnpaidAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        (await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken)).FirstOrDefault(order => order.AwaitsMoney);
}
