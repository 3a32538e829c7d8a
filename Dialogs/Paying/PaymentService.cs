using CommerceBot.Mails;
using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Dialogs;

/// <summary>
/// Lets <see cref="PaymentDecision"/> decide and applies what it decided, in the turn and as one. It knows of no dialog: what
/// is told of a payment counts wherever the shopper is.
/// </summary>
internal sealed class PaymentService(ShopSettings shop, CheckoutToken tokens)
{
    private readonly CheckoutLinks _links = new(shop.BaseUrl, tokens);

    /// <summary>Something about the order's money is asked or told.</summary>
    /// <returns>What was decided, applied already.</returns>
    public async Task<PaymentDecision> DecideAsync(ShopTurn turn, Order order, PaymentTrigger trigger, CancellationToken cancellationToken)
    {
        var context = new PaymentContext(
            order,
            await turn.Payments.LedgerAsync(order.Id, cancellationToken),
            await turn.Stock.HoldsReservationAsync(order.Id, cancellationToken),
            _links,
            shop.Prices.Limits,
            turn.Now);
        var decision = PaymentDecision.Of(context, trigger);
        decision = decision with { Order = decision.Order.RefundedTo(decision.Ledger.WentBack, turn.Now) };
        Apply(turn, context, decision);
        foreach (var notice in decision.Notices)
            await PaymentMessages.TellAsync(turn, decision.Order, decision.Ledger, notice, shop);
        await OrderMails.SendAsync(turn, decision, shop.LowMark, cancellationToken);
        return decision;
    }

    /// <summary>Sends the receipt once more, and the mail that confirmed the order.</summary>
    /// <returns>False when nothing pays the order.</returns>
    public async Task<bool> SendReceiptAsync(ShopTurn turn, Order order, CancellationToken cancellationToken, bool byMail = true)
    {
        var ledger = await turn.Payments.LedgerAsync(order.Id, cancellationToken);
        if (ledger.PaidBy() is not { } receipt)
            return false;
        await PaymentMessages.SendCopyAsync(turn, order, receipt, shop.Name);
        if (byMail)
            await OrderMails.SendAsync(turn, order, OrderMailKind.Confirmation, cancellationToken, again: true);
        return true;
    }

    /// <summary>What our own modules tell the lane of an order. One that is not here was never committed: nothing waits for it.</summary>
    public async Task HearAsync(ShopTurn turn, OrderId id, PaymentTrigger trigger, CancellationToken cancellationToken)
    {
        if (await turn.Orders.FindAsync(id, cancellationToken) is not { } order)
        {
            if (trigger is PaymentTrigger.Answered)
                throw new InvalidOperationException(
                    $"The payment gateway answers about order {id}, which is not here: an answer is committed after its order.");
            return;
        }

        turn.UseLanguageOf(order);
        await DecideAsync(turn, order, trigger, cancellationToken);
    }

    private static void Apply(ShopTurn turn, PaymentContext before, PaymentDecision decision)
    {
        var id = decision.Order.Id;
        if (!ReferenceEquals(decision.Order, before.Order))
            turn.Orders.Save(decision.Order);
        if (!ReferenceEquals(decision.Ledger, before.Ledger))
            turn.Payments.Save(decision.Ledger);
        switch (decision.Stock)
        {
            case StockEffect.Keep:
                break;
            case StockEffect.Reserve reserve:
                turn.Stock.Reserve(id, decision.Order.Stock, reserve.Until);
                break;
            case StockEffect.Allocate:
                turn.Stock.Allocate(id, decision.Order.Stock);
                break;
            case StockEffect.Release:
                turn.Stock.Release(id);
                break;
            case StockEffect.Restock restock:
                turn.Stock.Restock(id, restock.Lines);
                break;
            case var other:
                throw new InvalidOperationException($"Nobody knows what {other} does to the goods.");
        }

        foreach (var call in decision.Calls)
            turn.Calls.Ask(call);
        foreach (var key in decision.Settled)
            turn.Calls.Settled(id, key);
        foreach (var alert in decision.Alerts)
            turn.Calls.Alert(alert);
        if (decision.NextCheck is { } due)
            turn.Calls.LookAgainAt(id, due);
    }
}
