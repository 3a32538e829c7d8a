using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Entities;
using Microsoft.Bot.Schema;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>Sentences about orders: where one is, calling one off, sending one back, something that went wrong.</summary>
internal sealed class OrderIntents(TopicAnswers topics, Welcome welcome)
{
    private const int Newest = 10;

    public async Task<ShopAction?> HandleAsync(Turn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        var named = await NamedAsync(turn, said, cancellationToken);
        switch (intent)
        {
            case Intent.OrderStatus:
                return await StatusAsync(turn, named, cancellationToken);
            case Intent.Reorder:
                return await ReorderAsync(turn, named, cancellationToken);
            case Intent.CancelOrder:
                await CancelAsync(turn, named, cancellationToken);
                return null;
            case Intent.RefundReturn:
                if (!await topics.TryAsync(turn, intent, cancellationToken))
                    await PersonAsync(turn, turn.Words.Say("refund.person"), cancellationToken);
                return null;
            default:
                await PersonAsync(turn, turn.Words.Say(Sorry(said.Entities.Complaint)), cancellationToken);
                return null;
        }
    }

    private static string Sorry(ComplaintKind kind) => kind switch
    {
        ComplaintKind.Broken => "complaint.broken",
        ComplaintKind.Wrong => "complaint.wrong",
        ComplaintKind.Missing => "complaint.missing",
        ComplaintKind.Late => "complaint.late",
        _ => "complaint.other",
    };

    private static async Task<ShopAction?> StatusAsync(Turn turn, Order? named, CancellationToken cancellationToken)
    {
        var orders = named is null ? await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken) : [named];
        if (orders.Count != 1)
            return new ShopAction.MyOrders();
        await OrdersDesk.ShowAsync(turn, orders[0], cancellationToken);
        return null;
    }

    private static async Task<ShopAction?> ReorderAsync(Turn turn, Order? named, CancellationToken cancellationToken)
    {
        var last = named ?? (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken) is [var newest, ..] ? newest : null);
        return last is null ? new ShopAction.MyOrders() : new ShopAction.OrderAgain(last.Number);
    }

    /// <summary>A sentence cancels nothing: the order is shown with the button that does.</summary>
    private async Task CancelAsync(Turn turn, Order? named, CancellationToken cancellationToken)
    {
        var orders = named is null ? await turn.Orders.NewestAsync(turn.Shopper, Newest, cancellationToken) : [named];
        if (orders.FirstOrDefault(order => order.AwaitsMoney) is { } unpaid)
            await turn.SayAsync(
                turn.Words.Say("cancel.confirm", ("number", unpaid.Number)),
                [Tap.On(turn.Words.Say("button.cancel.order"), new ShopAction.CancelOrder(unpaid.Number)), .. Browse.Around(turn)]);
        else if (orders.Count > 0)
            await PersonAsync(turn, turn.Words.Say("cancel.person"), cancellationToken);
        else if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null)
            await turn.SayAsync(turn.Words.Say("cancel.draft"), [Tap.On(turn.Words.Say("button.resume"), new ShopAction.Resume()), .. Browse.Around(turn)]);
        else
            await turn.SayAsync(turn.Words.Say("orders.none"), Browse.Around(turn));
    }

    private async Task PersonAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        IEnumerable<CardAction> orders = (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken)).Count > 0
            ? [Tap.On(turn.Words.Say("button.orders"), new ShopAction.MyOrders())]
            : [];
        await turn.SayAsync(text, orders);
        await welcome.PersonAsync(turn, cancellationToken);
    }

    private static async Task<Order?> NamedAsync(Turn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        foreach (var number in said.Entities.OrderNumbers)
            if (await OrdersDesk.TryFindAsync(turn, number, cancellationToken) is { } order)
                return order;
        return null;
    }
}
