using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>Gathers one decision. What holds after every one of them, whatever it was about, is said in <see cref="Done"/>.</summary>
internal sealed class DecisionBuilder(PaymentContext context)
{
    /// <summary>The merchant is reminded of evidence that is due when so much time is left.</summary>
    public static readonly TimeSpan ReminderBefore = TimeSpan.FromDays(3);

    private readonly List<PaymentCall> _calls = [];
    private readonly List<MerchantAlert> _alerts = [];
    private readonly List<PaymentNotice> _notices = [];
    private readonly HashSet<string> _settled = [];

    public PaymentContext Context => context;

    public DateTimeOffset Now => context.Now;

    public Order Order { get; private set; } = context.Order;

    public PaymentLedger Ledger { get; set; } = context.Ledger;

    public StockEffect Stock { get; set; } = new StockEffect.Keep();

    public PaymentRefusal? Refusal { get; set; }

    /// <summary>Whether the shopper asked and waits for a word even when nothing is new.</summary>
    public bool IsAsked => Ledger.StatusCheck is not null;

    /// <summary>Fires a trigger of the order's table.</summary>
    /// <returns>Whether the order changed.</returns>
    public bool Fire(OrderTrigger trigger)
    {
        if (Order.Take(trigger, Now) is not TransitionResult.Accepted { Order: var changed })
            return false;
        Order = changed;
        return true;
    }

    /// <summary>Writes a fact down.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Write(PaymentFact fact)
    {
        if (Ledger.Add(fact) is not LedgerChange.Accepted { Ledger: var told })
            return false;
        Ledger = told;
        return true;
    }

    /// <summary>Writes down money that came: it must never be lost.</summary>
    public void WriteMoney(PaymentFact fact)
    {
        if (!Write(fact))
            throw new InvalidOperationException(
                $"The ledger of order {Order.Number} does not take {fact.Kind} {fact.Reference}: money must never be lost.");
    }

    public void Ask(PaymentCall call)
    {
        if (!_calls.Contains(call))
            _calls.Add(call);
    }

    public void Tell(NoticeKind kind, Money? amount = null) => _notices.Add(new PaymentNotice(kind, amount));

    public void Tell(PaymentNotice notice) => _notices.Add(notice);

    public void Alert(AlertKind kind, Money? amount, string reference, DateTimeOffset? due = null, string? status = null) =>
        _alerts.Add(new MerchantAlert(kind, Order.Id, Order.Number, amount?.Plain() ?? "", reference, due, status));

    /// <summary>A status that did not exist when this was written is kept and alarmed, once, and nothing is concluded from it.</summary>
    public void NoteUnknown(string reference, string status)
    {
        if (Write(new PaymentFact(PaymentFactKind.StatusUnknown, $"{reference}: {status}", null, null, Now, null, null)))
            Alert(AlertKind.StatusUnknown, null, reference, status: status);
    }

    /// <summary>Asks the gateway to close every page that can still be paid.</summary>
    public void ClosePages()
    {
        foreach (var session in Ledger.Open.Select(attempt => attempt.SessionId).OfType<string>())
            Ask(new ExpireSession(Order.Id, session));
    }

    /// <summary>Asks for a refund, and for its money back to where it came from.</summary>
    public void AskRefund(PaymentFact receipt, Money amount, RefundCause cause, IReadOnlyList<RefundPart> parts)
    {
        (Ledger, var call) = Ledger.AskRefund(receipt, amount, cause, parts, Now);
        Ask(call);
    }

    /// <summary>The shopper waits for no word any more.</summary>
    public void EndStatusCheck()
    {
        if (IsAsked)
            Ledger = Ledger with { StatusCheck = null };
    }

    public void Settle(string key) => _settled.Add(key);

    /// <summary>The decision, after what follows from the money whatever was told: flags, a cancelled order, what is due.</summary>
    public PaymentDecision Done()
    {
        if (Fire(Ledger.IsStuck() ? OrderTrigger.RefundStuck : OrderTrigger.RefundUnstuck) && Ledger.IsStuck())
            AlertStuck();
        Fire(Ledger.State == PaymentState.Disputed ? OrderTrigger.PaymentDisputed : OrderTrigger.DisputeOver);
        if (Ledger.OwesNothing())
            Fire(OrderTrigger.OverpaymentRefunded);
        if (Ledger.State == PaymentState.Refunded && Fire(OrderTrigger.CancelPaid))
        {
            Stock = new StockEffect.Restock(Order.Stock);
            Tell(NoticeKind.CancelledRefunded);
        }

        DisputeDecisions.Remind(this);
        return new PaymentDecision(
            Order, Ledger, Stock, _calls, _alerts, _notices, PaymentReconciliation.Next(Order, Ledger, Now),
                [.. _settled, .. SettledNow()], Refusal);
    }

    /// <summary>Also where a refund that came to nothing long ago matters only now, since a dispute gave the money back.</summary>
    private void AlertStuck()
    {
        var failed = Ledger.Refunds.Last(refund => Ledger.StateOf(refund) == RefundState.Failed);
        if (_alerts.All(alert => alert.Kind != AlertKind.RefundStuck))
            Alert(AlertKind.RefundStuck, failed.Amount, failed.Reference ?? failed.Id);
    }

    /// <summary>Refunds and attempts of which nobody was sure until now.</summary>
    private IEnumerable<string> SettledNow()
    {
        foreach (var refund in Ledger.Refunds.Where(refund => Ledger.StateOf(refund) != RefundState.Requested))
            if (context.Ledger.Refunds.FirstOrDefault(before => before.Id == refund.Id) is { } was
                && context.Ledger.StateOf(was) == RefundState.Requested)
                yield return RefundPayment.KeyOf(refund.Id);
        foreach (var attempt in context.Ledger.Open.Where(attempt => attempt.SessionId is null))
            if (Ledger.Open.All(now => now.Number != attempt.Number || now.SessionId is not null))
                yield return OpenSession.KeyOf(Order.Id, attempt.Number);
    }
}
