using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>Money after it came: what the bank said, refunds and disputes. Shopper and merchant hear of each change once.</summary>
internal static class RefundDesk
{
    public static async Task HearAsync(Turn turn, Order order, PaymentLedger ledger, PaymentAnswer answer)
    {
        switch (answer)
        {
            case PaymentSeen { Payment: { Decline: { } decline } payment }:
                await DeclinedAsync(turn, order, ledger, payment.Id, decline);
                break;
            case RefundsSeen seen:
                await FollowAsync(turn, order, ledger, Refunding.Seen(order, ledger, seen, turn.Now));
                break;
            case DisputesSeen seen:
                await FollowAsync(turn, order, ledger, Disputing.Seen(order, ledger, seen, turn.Now));
                break;
            case CallFailed failed:
                await FollowAsync(turn, order, ledger, Refunding.Failed(order, ledger, failed, turn.Now));
                break;
        }
    }

    /// <summary>The merchant gives money back; the shopper hears of it when Stripe has taken it on.</summary>
    public static RefundAnswer Refund(Turn turn, Order order, PaymentLedger ledger, RefundWish wish, bool restock)
    {
        var answer = RefundPlan.Make(order, ledger, wish, restock, turn.Now);
        if (answer is not RefundAnswer.Asked asked)
            return answer;
        if (!ReferenceEquals(asked.Order, order))
            turn.Orders.Save(asked.Order);
        turn.Payments.Save(asked.Ledger);
        turn.Calls.Ask(asked.Call);
        if (asked.Restock.Count > 0)
            turn.Stock.Restock(order.Id, asked.Restock);
        if (Watching.Next(asked.Order, asked.Ledger, turn.Now) is { } next)
            turn.Calls.LookAgainAt(order.Id, next);
        return answer;
    }

    private static async Task FollowAsync(Turn turn, Order before, PaymentLedger known, MoneySeen seen)
    {
        if (!ReferenceEquals(seen.Order, before))
            turn.Orders.Save(seen.Order);
        if (!ReferenceEquals(seen.Ledger, known))
            turn.Payments.Save(seen.Ledger);
        if (seen.Restock.Count > 0)
            turn.Stock.Restock(seen.Order.Id, seen.Restock);
        foreach (var call in seen.Calls)
            turn.Calls.Ask(call);
        foreach (var news in seen.News)
            await TellAsync(turn, seen.Order, news);
        if (seen.CalledOff)
            await turn.SayAsync(turn.Words.Say("order.calledoff", ("number", seen.Order.Number)), Browse.Around(turn));
    }

    private static Task TellAsync(Turn turn, Order order, MoneyNews news)
    {
        if (news.Alert is { } kind)
            turn.Calls.Alert(new MerchantAlert(kind, order.Id, order.Number, news.Amount.Plain(), news.Reference));
        return (news.Refund, news.State) switch
        {
            // A dispute is between shopper, bank and merchant: the shopper began it.
            (null, _) or (_, RefundState.Requested) => Task.CompletedTask,
            (_, RefundState.Done) => SayAsync("refund.done"),
            (_, RefundState.Pending) => SayAsync("refund.pending"),
            _ => SayAsync("refund.failed", Tap.On(turn.Words.Say("button.person"), new ShopAction.Person())),
        };

        Task SayAsync(string key, params Microsoft.Bot.Schema.CardAction[] quick) =>
            turn.SayAsync(turn.Words.Say(key, ("number", order.Number), ("amount", news.Amount.Show(turn.Words))), quick);
    }

    /// <summary>The page says so too; whoever came back to the chat reads here what can be done.</summary>
    private static async Task DeclinedAsync(Turn turn, Order order, PaymentLedger ledger, string payment, DeclineSeen decline)
    {
        var fact = new PaymentFact(PaymentFactKind.Declined, decline.Reference, null, null, turn.Now, null, null, payment);
        if (order.State != OrderState.AwaitingPayment || order.Has(OrderMarks.Cancelling) || ledger.Add(fact) is not LedgerChange.Accepted { Ledger: var told })
            return;
        turn.Payments.Save(told);
        await turn.SayAsync(turn.Words.Say($"pay.declined.{decline.Reason}", ("number", order.Number)), PayCards.Below(order, turn.Words));
    }
}
