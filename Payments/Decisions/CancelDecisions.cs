using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>"Cancel this order": at once when nothing can be paid, else the gateway says whether the payment had won.</summary>
internal static class CancelDecisions
{
    public static void Cancel(DecisionBuilder decision, CancelledBy by, Money? limit = null, bool withRefund = false)
    {
        var byShop = by == CancelledBy.Merchant;
        if (decision.Order.State == OrderState.AwaitingPayment && decision.Ledger.Open.Count == 0)
        {
            decision.Fire(OrderTrigger.OrderCancelled);
            decision.Stock = new StockEffect.Release();
            decision.Tell(byShop ? NoticeKind.CancelledByShop : NoticeKind.Cancelled);
            return;
        }

        switch (decision.Order.Take(OrderTrigger.RequestCancel, decision.Now))
        {
            case TransitionResult.Accepted:
                decision.Fire(OrderTrigger.RequestCancel);
                Closing(decision, byShop);
                break;
            // Asking the gateway again does no harm, and helps when the first question was lost to a final failure.
            case TransitionResult.AlreadySo { Order.State: OrderState.AwaitingPayment }:
                Closing(decision, byShop);
                break;
            case TransitionResult.AlreadySo when !byShop:
                decision.Tell(withRefund ? NoticeKind.OrderClosed : NoticeKind.CancelTooLate);
                break;
            case TransitionResult.Refused refused:
                Refuse(decision, by, refused, limit, withRefund);
                break;
        }
    }

    /// <summary>
    /// The way back of the gateway's page says that the shopper does not pay: the goods are free as soon as the gateway has
    /// closed the page. An old page, or one of an order that is over, says nothing.
    /// </summary>
    public static void Leave(DecisionBuilder decision, int attempt)
    {
        if (decision.Order.CanBePaid && decision.Ledger.Open.Any(open => open.Number == attempt))
            Cancel(decision, CancelledBy.Shopper);
    }

    /// <summary>An attempt whose session is not known yet is closed when the gateway's answer names it.</summary>
    private static void Closing(DecisionBuilder decision, bool byShop)
    {
        decision.ClosePages();
        decision.Tell(byShop ? NoticeKind.CancellingByShop : NoticeKind.Cancelling);
    }

    private static void Refuse(
        DecisionBuilder decision, CancelledBy by, TransitionResult.Refused refused, Money? limit, bool withRefund)
    {
        if (by == CancelledBy.Shopper)
            RefuseShopper(decision, refused, withRefund);
        else if (refused.Reason != TransitionRefusal.NeedsRefund)
            decision.Refusal = new PaymentRefusal(refused.Reason, refused.Detail);
        else if (decision.Order.State == OrderState.Paid)
            RefundDecisions.Ask(decision, new RefundRequest.Everything(), restock: true, limit);
        else
            decision.Refusal = new PaymentRefusal(
                refused.Reason,
                $"Order {decision.Order.Number} has left already: take it back, and give the money back with 'orders refund "
                + $"{decision.Order.Number}'."
            );
    }

    /// <summary>The lane knows whether a parcel left while the shopper thought it over.</summary>
    private static void RefuseShopper(DecisionBuilder decision, TransitionResult.Refused refused, bool withRefund)
    {
        var isGivenBack = withRefund && decision.Order.CanBeGivenBack;
        if (isGivenBack)
            RefundDecisions.Ask(decision, new RefundRequest.Everything(), restock: true, cause: RefundCause.Shopper);
        if (!isGivenBack || decision.Refusal is not null)
            decision.Tell(refused.Reason == TransitionRefusal.NeedsRefund ? NoticeKind.CancelNeedsRefund : NoticeKind.CancelTooLate);
    }
}
