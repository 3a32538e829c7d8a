using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>What the disputes of a payment, as Stripe lists them, change.</summary>
public static class Disputing
{
    /// <summary>Writes down what is new. While one is open nothing ships; when the money is lost, nothing ships either.</summary>
    public static MoneySeen Seen(Order order, PaymentLedger ledger, DisputesSeen seen, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(seen);
        if (ledger.Facts.FirstOrDefault(fact => fact.IsReceipt && fact.Reference == seen.Payment) is not { } receipt)
            return MoneySeen.Nothing(order, ledger);

        var news = new List<MoneyNews>();
        foreach (var dispute in seen.Disputes)
            ledger = Tell(ledger, receipt, dispute, now, news);
        return Marked(order, ledger, now).Aftermath(ledger, news, now);
    }

    private static PaymentLedger Tell(PaymentLedger ledger, PaymentFact receipt, DisputeSnapshot dispute, DateTimeOffset now, List<MoneyNews> news)
    {
        ledger = Add(PaymentFactKind.Disputed, AlertKind.Disputed);
        return dispute.Status switch
        {
            DisputeStatus.Won => Add(PaymentFactKind.DisputeWon, AlertKind.DisputeWon),
            DisputeStatus.Lost => Add(PaymentFactKind.DisputeLost, AlertKind.DisputeLost),
            _ => ledger,
        };

        PaymentLedger Add(PaymentFactKind kind, AlertKind alert)
        {
            var fact = new PaymentFact(kind, dispute.Id, receipt.Attempt, dispute.Amount, now, receipt.Charge, null, receipt.Reference);
            if (ledger.Add(fact) is not LedgerChange.Accepted told)
                return ledger;
            news.Add(new MoneyNews(alert, dispute.Amount, dispute.Id, null, RefundState.Requested));
            return told.Ledger;
        }
    }

    private static Order Marked(Order order, PaymentLedger ledger, DateTimeOffset now) =>
        order.Take(ledger.State == PaymentState.Disputed ? OrderStep.PaymentDisputed : OrderStep.DisputeOver, now) is Move.Accepted marked ? marked.Order : order;
}
