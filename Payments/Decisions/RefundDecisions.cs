using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>The life of a refund, from the merchant's request to the day on which a bank sends it back.</summary>
internal static class RefundDecisions
{
    /// <summary>The merchant gives money back, or hears why that cannot be.</summary>
    /// <param name="limit">The most that merchants may give back of this order at the request of who asks; null for any amount.</param>
    /// <param name="cause">Who wants it, where it is the order's own money.</param>
    public static void Ask(
        DecisionBuilder decision, RefundRequest request, bool restock, Money? limit = null, RefundCause cause = RefundCause.Merchant)
    {
        switch (RefundPlan.Make(decision.Order, decision.Ledger, request, decision.Context.Limits))
        {
            case RefundPlan.Refused refused:
                decision.Refusal = new PaymentRefusal(refused.Kind, refused.Reason);
                break;
            case RefundPlan.Planned plan when limit is { } most && GivenByMerchants(decision) + plan.Amount > most:
                decision.Refusal = new PaymentRefusal(
                    TransitionRefusal.OverLimit,
                    $"You may give back {most.Plain()} of one order, earlier refunds counted: ask the owner for {plan.Amount.Plain()}.");
                break;
            case RefundPlan.Planned plan:
                Ask(decision, plan.Cause == RefundCause.Merchant ? plan with { Cause = cause } : plan, restock);
                break;
        }
    }

    /// <summary>Writes down what the gateway shows of refunds, those made by another hand included.</summary>
    public static void Seen(DecisionBuilder decision, RefundsSeen seen)
    {
        foreach (var shown in seen.Refunds)
            Tell(decision, shown);
        if (seen.AllOf is { } payment)
            AskAgain(decision, payment, seen.ReadAt);
    }

    /// <summary>
    /// The call for a refund ended. Where the gateway refused it, it was not made; where nobody knows, the gateway's list
    /// tells, and it is asked for again, under a new key, only if it is not there.
    /// </summary>
    public static void Failed(DecisionBuilder decision, CallFailed answer)
    {
        if (decision.Ledger.Refunds.FirstOrDefault(one => one.Id == answer.Refund) is not { } refund)
            return;
        if (decision.Ledger.StateOf(refund) != RefundState.Requested)
        {
            decision.Settle(RefundPayment.KeyOf(refund.Id));
            return;
        }

        var isUnsure = answer.Failure is CallFailure.KeySpent or CallFailure.GaveUp;
        if (isUnsure)
        {
            Doubt(decision, refund);
            return;
        }

        decision.Write(Fact(decision, PaymentFactKind.RefundFailed, refund.Id, refund, null));
        decision.Alert(AlertKind.RefundStuck, refund.Amount, refund.Id);
        decision.Tell(NoticeKind.RefundFailed, refund.Amount);
        // Often the money went back by another hand, or by an earlier try whose answer was lost.
        decision.Ask(new ReadRefunds(decision.Order.Id, refund.Payment));
    }

    /// <summary>Nobody knows whether it was made: only a list that was read after this moment tells.</summary>
    public static void Doubt(DecisionBuilder decision, Refund refund)
    {
        decision.Write(Fact(decision, PaymentFactKind.RefundUnsure, refund.Id, refund, null));
        decision.Ask(new ReadRefunds(decision.Order.Id, refund.Payment));
    }

    /// <summary>Many small refunds are one large one.</summary>
    private static Money GivenByMerchants(DecisionBuilder decision) => decision.Ledger.Refunds
        .Where(refund => refund.Cause == RefundCause.Merchant && decision.Ledger.StateOf(refund) != RefundState.Failed)
        .Aggregate(Money.Zero(decision.Order.Currency), (sum, refund) => sum + refund.Amount);

    private static void Ask(DecisionBuilder decision, RefundPlan.Planned plan, bool restock)
    {
        decision.AskRefund(plan.Receipt, plan.Amount, plan.Cause, plan.Parts);
        if (plan.IsAll && decision.Fire(OrderTrigger.CancelPaid))
        {
            decision.Stock = new StockEffect.Restock(decision.Order.Stock);
            decision.Tell(
                plan.Cause == RefundCause.Shopper ? NoticeKind.GivenBack : NoticeKind.CancelledWithRefund, plan.Amount);
            return;
        }

        if (restock && plan.Pieces is { Count: > 0 } pieces)
            decision.Stock = new StockEffect.Restock(pieces);
        decision.Tell(NoticeKind.RefundAsked, plan.Amount);
    }

    private static void Tell(DecisionBuilder decision, RefundSnapshot shown)
    {
        var found = decision.Ledger.Refunds.FirstOrDefault(one => one.Reference == shown.Id)
            ?? (shown.Ours is { } ours ? decision.Ledger.Refunds.FirstOrDefault(one => one.Id == ours && one.Reference is null) : null);
        if ((found ?? New(decision, shown)) is not { } refund)
            return;
        var before = found is null ? (RefundState?)null : decision.Ledger.StateOf(found);
        var known = refund with { Reference = shown.Id };
        decision.Ledger = decision.Ledger.With(found, known);
        if (shown.Status == RefundStatus.Unknown)
            decision.NoteUnknown(shown.Id, shown.Word ?? "none");
        else
            decision.Write(Fact(decision, KindOf(shown.Status), shown.Id, known, shown.Charge));
        var state = decision.Ledger.StateOf(known);
        if (before == state || (before is RefundState.Requested && state is RefundState.Pending))
            return;
        if (state == RefundState.Failed)
            decision.Alert(AlertKind.RefundStuck, known.Amount, shown.Id);
        else if (known.Cause == RefundCause.Dashboard && before is null)
            decision.Alert(AlertKind.RefundFound, known.Amount, shown.Id);
        if (NoticeOf(state) is { } notice)
            decision.Tell(notice, known.Amount);
    }

    private static PaymentFactKind KindOf(RefundStatus status) => status switch
    {
        RefundStatus.Succeeded => PaymentFactKind.Refunded,
        RefundStatus.Failed or RefundStatus.Canceled => PaymentFactKind.RefundFailed,
        _ => PaymentFactKind.RefundPending,
    };

    private static NoticeKind? NoticeOf(RefundState state) => state switch
    {
        RefundState.Done => NoticeKind.RefundDone,
        RefundState.Pending => NoticeKind.RefundPending,
        RefundState.Failed => NoticeKind.RefundFailed,
        _ => null,
    };

    /// <summary>A refund that we did not ask for; null when its payment is none that we know of.</summary>
    private static Refund? New(DecisionBuilder decision, RefundSnapshot shown)
    {
        if (decision.Ledger.ReceiptOf(shown.Payment) is not { } receipt)
            return null;
        var parts = receipt.IsOwed || shown.Status is RefundStatus.Failed or RefundStatus.Canceled
            ? []
            : RefundParts.OfAmount(decision.Order, decision.Ledger, shown.Amount, decision.Context.Limits);
        return new Refund(shown.Id, receipt.Reference, shown.Amount, RefundCause.Dashboard, decision.Now, shown.Id, parts);
    }

    /// <summary>
    /// What nobody knew of is not in the gateway's list: it was never made, and is asked for once more. A list that was read
    /// before the doubt says nothing about it: the call may have been made since.
    /// </summary>
    private static void AskAgain(DecisionBuilder decision, string payment, DateTimeOffset readAt)
    {
        if (decision.Ledger.ReceiptOf(payment) is not { } receipt)
            return;
        foreach (var lost in decision.Ledger.Refunds.Where(one => one.Payment == payment
            && IsMissing(decision.Ledger, one, readAt)).ToList())
        {
            decision.Write(Fact(decision, PaymentFactKind.RefundFailed, lost.Id, lost, receipt.Charge));
            var left = decision.Ledger.LeftOf(receipt);
            if (left >= lost.Amount)
                decision.AskRefund(receipt, lost.Amount, lost.Cause, lost.Parts);
            else if (left.Minor > 0)
                // A part went back by another hand meanwhile: what is left of what was wanted goes back.
                decision.AskRefund(receipt, left, lost.Cause, receipt.IsOwed ? []
                    : RefundParts.OfAmount(decision.Order, decision.Ledger, left, decision.Context.Limits));
        }
    }

    private static bool IsMissing(PaymentLedger ledger, Refund refund, DateTimeOffset readAt) =>
        ledger.StateOf(refund) == RefundState.Requested
        && ledger.Facts.Any(fact => fact.Kind == PaymentFactKind.RefundUnsure && fact.Reference == refund.Id && fact.At <= readAt);

    private static PaymentFact Fact(DecisionBuilder decision, PaymentFactKind kind, string reference, Refund refund, string? charge) =>
        new(kind, reference, null, refund.Amount, decision.Now, charge, null, refund.Payment);
}
