using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// All that follows when something about an order's money is asked or told. The caller applies it as one: saves, moves the
/// stock, asks, alerts, tells. Nothing else decides about money (docs/decisions/0011).
/// </summary>
/// <param name="Order">As it is now; the same object when nothing changed.</param>
/// <param name="Ledger">As it is now; the same object when nothing changed.</param>
/// <param name="Calls">What to ask of the payment gateway, in this order.</param>
/// <param name="Alerts">What the merchant must know.</param>
/// <param name="Notices">What the shopper has not been told yet, in this order; the same fact a second time tells nothing.</param>
/// <param name="NextCheck">When to look again; null when nothing can happen by waiting.</param>
/// <param name="Settled">Keys of calls that nobody need make any more: a dead letter of theirs is over.</param>
/// <param name="Refusal">Why what was asked is not done; null when it is, or was before.</param>
public sealed record PaymentDecision(
    Order Order,
    PaymentLedger Ledger,
    StockEffect Stock,
    IReadOnlyList<PaymentCall> Calls,
    IReadOnlyList<MerchantAlert> Alerts,
    IReadOnlyList<PaymentNotice> Notices,
    DateTimeOffset? NextCheck,
    IReadOnlyList<string> Settled,
    PaymentRefusal? Refusal)
{
    /// <summary>Every trigger of the order's table that a payment fires.</summary>
    public static IReadOnlyList<OrderTrigger> Fires { get; } =
    [
        OrderTrigger.RequestCancel, OrderTrigger.OrderCancelled, OrderTrigger.OrderExpired, OrderTrigger.PaymentStarted,
            OrderTrigger.PaymentFailed,
        OrderTrigger.OrderPaid, OrderTrigger.PaidUnfilled, OrderTrigger.PaidTwice, OrderTrigger.CancelPaid, OrderTrigger.PaymentDisputed,
        OrderTrigger.DisputeOver, OrderTrigger.OverpaymentRefunded, OrderTrigger.RefundStuck, OrderTrigger.RefundUnstuck,
    ];

    /// <summary>Decides. A pure function: the same context and trigger give the same decision, and nothing is changed by it.</summary>
    public static PaymentDecision Of(PaymentContext context, PaymentTrigger trigger)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(trigger);
        if (context.Ledger.Order != context.Order.Id)
            throw new ArgumentException($"The ledger of {context.Ledger.Order} says nothing about order {context.Order.Id}.",
                nameof(context));
        var decision = new DecisionBuilder(context);
        switch (trigger)
        {
            case PaymentTrigger.OrderPlaced:
                AttemptDecisions.Place(decision);
                break;
            case PaymentTrigger.PayRequested:
                AttemptDecisions.Pay(decision);
                break;
            case PaymentTrigger.StatusRequested:
                AttemptDecisions.CheckStatus(decision);
                break;
            case PaymentTrigger.CancelRequested asked:
                CancelDecisions.Cancel(decision, asked.By, asked.Limit, asked.WithRefund);
                break;
            case PaymentTrigger.CheckoutLeft left:
                CancelDecisions.Leave(decision, left.Attempt);
                break;
            case PaymentTrigger.RefundRequested asked:
                RefundDecisions.Ask(decision, asked.Request, asked.Restock, asked.Limit);
                break;
            case PaymentTrigger.ReplayRequested asked:
                ReplayDecisions.Replay(decision, asked.Key);
                break;
            case PaymentTrigger.LookDue look:
                PaymentReconciliation.Look(decision, look.Look);
                break;
            case PaymentTrigger.Answered told:
                Hear(decision, told.Answer);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(trigger), trigger, "Nobody decides about that: add it to PaymentDecision.Of.");
        }

        return decision.Done();
    }

    private static void Hear(DecisionBuilder decision, PaymentAnswer answer)
    {
        switch (answer)
        {
            case SessionOpened opened:
                AttemptDecisions.Opened(decision, opened);
                break;
            case SessionSeen seen:
                SessionDecisions.Seen(decision, seen.Session);
                break;
            case PaymentSeen seen:
                SessionDecisions.Tried(decision, seen.Payment);
                break;
            case RefundsSeen seen:
                RefundDecisions.Seen(decision, seen);
                break;
            case DisputesSeen seen:
                DisputeDecisions.Seen(decision, seen);
                break;
            case CallFailed { Refund: not null } failed:
                RefundDecisions.Failed(decision, failed);
                break;
            case CallFailed failed:
                AttemptDecisions.Failed(decision, failed);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(answer), answer, "An answer that nobody hears: add it to PaymentDecision.");
        }
    }
}

/// <summary>What becomes of the order's goods.</summary>
public abstract record StockEffect
{
    private StockEffect()
    {
    }

    /// <summary>They stay as they are.</summary>
    public sealed record Keep : StockEffect;

    /// <summary>They are set aside, or stay so, for as long as the page can be paid.</summary>
    public sealed record Reserve(DateTimeOffset Until) : StockEffect;

    /// <summary>What was set aside is sold.</summary>
    public sealed record Allocate : StockEffect;

    /// <summary>What was set aside is free again.</summary>
    public sealed record Release : StockEffect;

    /// <summary>These pieces of a paid order will not be sent after all.</summary>
    public sealed record Restock(IReadOnlyList<StockLine> Lines) : StockEffect;
}

/// <param name="Detail">One sentence for the merchant.</param>
public sealed record PaymentRefusal(TransitionRefusal Reason, string Detail);
