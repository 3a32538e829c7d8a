using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Tests.Orders;

namespace CommerceBot.Tests.Payments.Exploration;

/// <summary>Decides, by the decision under test, and applies what it decided as the turn does.</summary>
internal sealed class Judge(Func<PaymentContext, PaymentTrigger, PaymentDecision> decide)
{
    /// <summary>Lines of the order's table that were taken, as state and trigger.</summary>
    public HashSet<(OrderState From, OrderState To, OrderFlags Flags)> Taken { get; } = [];

    public PaymentScenario Decide(PaymentScenario now, PaymentTrigger trigger)
    {
        var context = Pay.Context(now.Order, now.Ledger, now.Held, now.Now);
        var decision = decide(context, trigger);
        if (!ReferenceEquals(decision.Order, now.Order))
            Taken.Add((now.Order.State, decision.Order.State, decision.Order.Flags ^ now.Order.Flags));
        if (decision.Stock is StockEffect.Allocate && !now.Held)
            throw new BrokenInvariantException("goods are sold that were not set aside");
        // A store takes no such reservation, so the turn would never end.
        if (decision.Stock is StockEffect.Reserve && !now.Held && trigger is not PaymentTrigger.OrderPlaced)
            throw new BrokenInvariantException("goods are set aside anew that are gone");
        Late(now, decision, trigger);
        Repeat(now, decision, trigger);
        var meant = trigger is PaymentTrigger.RefundRequested or PaymentTrigger.CancelRequested
            ? decision.Calls.OfType<RefundPayment>().Sum(call => call.Amount.Minor) : 0;
        return now with
        {
            Order = decision.Order,
            Ledger = decision.Ledger,
            Held = decision.Stock switch { StockEffect.Reserve => true, StockEffect.Allocate or StockEffect.Release => false, _ =>
                now.Held },
            Sold = decision.Stock switch { StockEffect.Allocate => true, StockEffect.Restock restock
                when restock.Lines.Sum(line => line.Quantity) == now.Order.Stock.Sum(line => line.Quantity) => false, _ => now.Sold },
            Calls = now.Calls.AddRange(decision.Calls),
            DeadCalls = now.DeadCalls.Except(decision.Settled),
            Told = now.Told.Union(decision.Notices.Select(notice => notice.Kind)),
            Alarmed = now.Alarmed.Union(decision.Alerts.Select(alert => alert.Kind)),
            Meant = now.Meant + meant,
        };
    }

    /// <summary>What was read before what is known, and is heard only now, changes nothing.</summary>
    private static void Late(PaymentScenario now, PaymentDecision decision, PaymentTrigger trigger)
    {
        if (trigger is not PaymentTrigger.Answered { Answer: DisputesSeen late }
            || now.Ledger.Disputes.All(dispute => dispute.ReadAt <= late.ReadAt))
            return;
        if (decision.Stock is not StockEffect.Keep || decision.Order != now.Order || decision.Alerts.Count > 0)
            throw new BrokenInvariantException(
                $"a word on a dispute that was overtaken counts: {decision.Order.State}, "
                + $"{string.Join(',', decision.Alerts.Select(alert => alert.Kind))}"
            );
    }

    /// <summary>
    /// An answer that is heard a second time at once moves nothing: no money, no goods, no state, and nobody hears of it
    /// twice.
    /// </summary>
    private void Repeat(PaymentScenario before, PaymentDecision first, PaymentTrigger trigger)
    {
        if (trigger is not PaymentTrigger.Answered { Answer: not SessionOpened })
            return;
        var held = first.Stock is StockEffect.Reserve || (before.Held && first.Stock is StockEffect.Keep);
        var again = decide(Pay.Context(first.Order, first.Ledger, held, before.Now), trigger);
        if (again.Stock is not StockEffect.Keep
            || again.Order != first.Order
            || again.Calls.Any(call => call is IMoneyCall)
            || again.Notices.Any(notice =>
                notice.Kind is not (NoticeKind.NotYetPaid or NoticeKind.CheckoutReady or NoticeKind.AlreadyPaid or NoticeKind.OrderClosed))
            || again.Alerts.Count > 0)
            throw new BrokenInvariantException(
                $"{trigger} a second time is not nothing: {again.Stock}, {string.Join(',', again.Notices.Select(notice => notice.Kind))}, "
                + $"{string.Join(',', again.Calls)}"
            );
    }
}

/// <summary>A rule about money does not hold.</summary>
internal sealed class BrokenInvariantException(string message) : Exception(message);
