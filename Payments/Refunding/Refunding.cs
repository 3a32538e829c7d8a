using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>The life of a refund, from Stripe's first answer to the day on which a bank sends it back.</summary>
public static class Refunding
{
    /// <summary>Writes down what Stripe shows of refunds, those made in its dashboard included.</summary>
    public static MoneySeen Seen(Order order, PaymentLedger ledger, RefundsSeen seen, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(seen);
        var news = new List<MoneyNews>();
        foreach (var shown in seen.Refunds)
            ledger = Tell(order, ledger, shown, now, news);
        var calls = new List<PaymentCall>();
        if (seen.AllOf is { } payment)
            ledger = AskAgain(ledger, payment, now, calls);
        return order.Aftermath(ledger, news, now) with { Calls = calls };
    }

    /// <summary>
    /// The call for a refund ended. Where Stripe refused it, it was not made; where nobody knows, Stripe's list tells, and
    /// it is asked for again, under a new key, only if it is not there.
    /// </summary>
    public static MoneySeen Failed(Order order, PaymentLedger ledger, CallFailed answer, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(answer);
        if (ledger.Refunds.FirstOrDefault(one => one.Id == answer.Refund) is not { } refund || ledger.StateOf(refund) != RefundState.Requested)
            return MoneySeen.Nothing(order, ledger);
        var unsure = answer.Failure is CallFailure.KeySpent or CallFailure.GaveUp;
        var fact = Fact(unsure ? PaymentFactKind.RefundUnsure : PaymentFactKind.RefundFailed, refund.Id, refund, now, null);
        if (ledger.Add(fact) is LedgerChange.Accepted told)
            ledger = told.Ledger;
        MoneyNews[] news = unsure ? [] : [new MoneyNews(AlertKind.RefundStuck, refund.Amount, refund.Id, refund, RefundState.Failed)];
        // Also after a plain refusal: often the money went back by another hand.
        return order.Aftermath(ledger, news, now) with { Calls = [new ReadRefunds(order.Id, refund.Payment)] };
    }

    private static PaymentLedger Tell(Order order, PaymentLedger ledger, RefundSnapshot shown, DateTimeOffset now, List<MoneyNews> news)
    {
        var found = ledger.Refunds.FirstOrDefault(one => one.StripeId == shown.Id || (shown.Ours is not null && one.Id == shown.Ours));
        if ((found ?? New(order, ledger, shown, now)) is not { } refund)
            return ledger;
        var before = found is null ? (RefundState?)null : ledger.StateOf(found);
        var known = refund with { StripeId = shown.Id };
        ledger = ledger with { Refunds = found is null ? [.. ledger.Refunds, known] : [.. ledger.Refunds.Select(one => one == found ? known : one)] };
        var kind = shown.Status switch
        {
            RefundStatus.Succeeded => PaymentFactKind.Refunded,
            RefundStatus.Failed or RefundStatus.Canceled => PaymentFactKind.RefundFailed,
            _ => PaymentFactKind.RefundPending,
        };
        if (ledger.Add(Fact(kind, shown.Id, known, now, shown.Charge)) is LedgerChange.Accepted told)
            ledger = told.Ledger;
        var state = ledger.StateOf(known);
        if (before != state && !(before is RefundState.Requested && state is RefundState.Pending))
            news.Add(new MoneyNews(Alert(known, before, state), known.Amount, shown.Id, known, state));
        return ledger;
    }

    private static AlertKind? Alert(Refund refund, RefundState? before, RefundState state) => state switch
    {
        RefundState.Failed => AlertKind.RefundStuck,
        _ when refund.Cause == RefundCause.Dashboard && before is null => AlertKind.RefundFound,
        _ => null,
    };

    /// <summary>A refund that we did not ask for; null when its payment is none that we know of.</summary>
    private static Refund? New(Order order, PaymentLedger ledger, RefundSnapshot shown, DateTimeOffset now)
    {
        if (ledger.Facts.FirstOrDefault(fact => fact.IsReceipt && fact.Reference == shown.Payment) is not { } receipt)
            return null;
        var parts = receipt.IsOwed || shown.Status is RefundStatus.Failed or RefundStatus.Canceled ? [] : RefundParts.OfAmount(order, ledger, shown.Amount);
        return new Refund(shown.Id, receipt.Reference, shown.Amount, RefundCause.Dashboard, now, shown.Id, parts);
    }

    /// <summary>What nobody knew of is not in Stripe's list: it was never made, and is asked for once more.</summary>
    private static PaymentLedger AskAgain(PaymentLedger ledger, string payment, DateTimeOffset now, List<PaymentCall> calls)
    {
        foreach (var lost in ledger.Refunds.Where(one => one.Payment == payment && ledger.StateOf(one) == RefundState.Requested && ledger.Has(PaymentFactKind.RefundUnsure, one.Id)).ToList())
        {
            var receipt = ledger.Facts.First(fact => fact.IsReceipt && fact.Reference == payment);
            if (ledger.Add(Fact(PaymentFactKind.RefundFailed, lost.Id, lost, now, receipt.Charge)) is LedgerChange.Accepted told)
                ledger = told.Ledger;
            if (ledger.LeftOf(receipt) < lost.Amount)
                continue;
            (ledger, var call) = ledger.AskRefund(receipt, lost.Amount, lost.Cause, lost.Parts, now);
            calls.Add(call);
        }

        return ledger;
    }

    private static PaymentFact Fact(PaymentFactKind kind, string reference, Refund refund, DateTimeOffset now, string? charge) =>
        new(kind, reference, null, refund.Amount, now, charge, null, refund.Payment);
}
