using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Payments;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>What a shopper asks about orders. Nobody sees or touches another's.</summary>
internal static class OrdersDesk
{
    private const int Newest = 10;

    /// <summary>Orders that wait for their payment are among the newest: an hour later they wait no more.</summary>
    private const int MostLookedAt = 50;

    /// <summary>Two buttons each, and Messenger shows thirteen.</summary>
    private const int MostOffered = 5;

    public static async Task ListAsync(Turn turn, CancellationToken cancellationToken)
    {
        var orders = await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken);
        if (orders.Count == 0)
            await turn.SayAsync(turn.Words.Say("orders.none"), Browse.Around(turn));
        else
            await turn.SendAsync(Reply.Row(turn.Words.Say("orders.title"), orders.Select(order => OrderCards.InRow(order, turn.Here(order.Created), turn.Words)), Browse.Around(turn)));
    }

    public static async Task ShowAsync(Turn turn, OrderNumber number, CancellationToken cancellationToken)
    {
        if (await MineAsync(turn, number, cancellationToken) is { } order)
            await ShowAsync(turn, order, cancellationToken);
    }

    public static async Task ShowAsync(Turn turn, Order order, CancellationToken cancellationToken)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        await turn.SendAsync(Reply.Card(null, OrderCards.Whole(order, turn.Words, ledger.WentBack), Browse.Around(turn)));
    }

    /// <summary>The shopper's own order of that number, or nothing, in silence: words that happen to look like a number.</summary>
    public static async Task<Order?> TryFindAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        OrderNumbers.TryParse(text, out var number) && await turn.Orders.FindAsync(number, cancellationToken) is { } order && order.Shopper == turn.Shopper
            ? order
            : null;

    /// <summary>The shopper's own order of that number; else the shopper is told that there is none.</summary>
    public static async Task<Order?> MineAsync(Turn turn, OrderNumber number, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(number, cancellationToken) is { } order && order.Shopper == turn.Shopper)
            return order;
        await turn.SayAsync(turn.Words.Say("order.unknown"),
            [Tap.On(turn.Words.Say("button.orders"), new ShopAction.MyOrders()), .. Browse.Around(turn)]);
        return null;
    }

    /// <summary>Orders whose goods are set aside and that nobody has paid, the newest first.</summary>
    public static async Task<IReadOnlyList<Order>> UnpaidOrdersAsync(Turn turn, CancellationToken cancellationToken) =>
        [.. (await turn.Orders.NewestAsync(turn.Shopper, MostLookedAt, cancellationToken)).Where(order =>
            order.State == OrderState.AwaitingPayment)];

    /// <summary>As many orders wait for their payment as one shopper may have: each can be paid or cancelled here.</summary>
    public static Task TooManyAsync(Turn turn, IReadOnlyList<Order> unpaid) => turn.SayAsync(
        turn.Words.Count("order.unpaid", unpaid.Count, ("numbers", string.Join(", ", unpaid.Select(order => order.Number)))),
        [
            .. unpaid.Take(MostOffered).SelectMany(order => (CardAction[])
            [
                Tap.On(turn.Words.Say("button.unpaid.pay", ("number", order.Number)), new ShopAction.PayOrder(order.Number)),
                Tap.On(turn.Words.Say("button.unpaid.cancel", ("number", order.Number)), new ShopAction.CancelOrder(order.Number)),
            ]),
            Tap.On(turn.Words.Say("button.orders"), new ShopAction.MyOrders()),
            Tap.On(turn.Words.Say("button.resume"), new ShopAction.Resume()),
        ]);

    /// <summary>The newest order that waits for its payment.</summary>
    public static async Task<Order?> UnpaidAsync(Turn turn, CancellationToken cancellationToken) =>
        (await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken)).FirstOrDefault(order => order.AwaitsMoney);
}
