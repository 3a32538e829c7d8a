using CommerceBot.Catalog;
using CommerceBot.Orders;

namespace CommerceBot.Payments;

/// <summary>
/// What the disputes of a payment, as the gateway lists them, change. The last word counts, whichever it is: a loss may be
/// appealed, and what was won may be asked again. While one is open nothing ships.
/// </summary>
internal static class DisputeDecisions
{
    public static void Seen(DecisionBuilder decision, DisputesSeen seen)
    {
        if (decision.Ledger.ReceiptOf(seen.Payment) is not { } receipt)
            return;
        foreach (var shown in seen.Disputes)
            Tell(decision, receipt, shown, seen.ReadAt);
    }

    /// <summary>Tells the merchant, once for each deadline, that evidence is due soon.</summary>
    public static void Remind(DecisionBuilder decision)
    {
        foreach (var dispute in decision.Ledger.Disputes.Where(dispute => ReminderOf(dispute) <= decision.Now).ToList())
        {
            decision.Ledger = decision.Ledger.With(dispute, dispute with { RemindedOf = dispute.EvidenceDueBy });
            decision.Alert(AlertKind.EvidenceDue, dispute.Amount, dispute.Id, dispute.EvidenceDueBy, dispute.Word);
        }
    }

    /// <summary>When the merchant is reminded of this dispute's evidence; null when there is nothing to remind of.</summary>
    public static DateTimeOffset? ReminderOf(Dispute dispute) =>
        dispute is { Status: DisputeStatus.NeedsResponse, EvidenceDueBy: { } due } && dispute.RemindedOf != due
            ? due - DecisionBuilder.ReminderBefore : null;

    private static void Tell(DecisionBuilder decision, PaymentFact receipt, DisputeSnapshot shown, DateTimeOffset readAt)
    {
        var known = decision.Ledger.Disputes.FirstOrDefault(dispute => dispute.Id == shown.Id);
        // An answer that was kept and heard again later is older than what is known.
        if (known is not null && readAt < known.ReadAt)
            return;
        var due = shown.Status == DisputeStatus.NeedsResponse ? shown.EvidenceDueBy : null;
        decision.Ledger = decision.Ledger.With(
            known, new Dispute(shown.Id, receipt.Reference, shown.Amount, shown.Status, shown.Word, due, readAt, known?.RemindedOf));
        if (shown.Status == DisputeStatus.Unknown)
            decision.NoteUnknown(shown.Id, shown.Word ?? "none");
        var (kind, alert) = shown.Status switch
        {
            DisputeStatus.Won => (PaymentFactKind.DisputeWon, AlertKind.DisputeWon),
            DisputeStatus.Lost => (PaymentFactKind.DisputeLost, AlertKind.DisputeLost),
            _ => (PaymentFactKind.Disputed, AlertKind.Disputed),
        };
        // Found when it is over already: the merchant hears that it was there, too.
        if (kind != PaymentFactKind.Disputed && !decision.Ledger.Has(PaymentFactKind.Disputed, shown.Id))
            Add(decision, receipt, shown, PaymentFactKind.Disputed, AlertKind.Disputed);
        if (Add(decision, receipt, shown, kind, alert) && kind == PaymentFactKind.DisputeWon)
            GiveOn(decision, receipt);
    }

    private static bool Add(DecisionBuilder decision, PaymentFact receipt, DisputeSnapshot shown, PaymentFactKind kind, AlertKind alert)
    {
        if (!decision.Write(new PaymentFact(kind, shown.Id, receipt.Attempt, shown.Amount, decision.Now, receipt.Charge, null,
            receipt.Reference)))
            return false;
        decision.Alert(alert, shown.Amount, shown.Id, kind == PaymentFactKind.Disputed ? shown.EvidenceDueBy : null, shown.Word);
        return true;
    }

    /// <summary>Money that came back to the shop and pays nothing, since its order was closed meanwhile, goes to the shopper.</summary>
    private static void GiveOn(DecisionBuilder decision, PaymentFact receipt)
    {
        var left = decision.Ledger.LeftOf(receipt);
        if (left.Minor <= 0 || decision.Ledger.State == PaymentState.Disputed || (decision.Order.IsPaid && !receipt.IsOwed))
            return;
        decision.AskRefund(receipt, left, receipt.IsOwed ? RefundCauseOf(decision.Ledger, receipt) : RefundCause.Unfillable, []);
        decision.Alert(AlertKind.AutomaticRefund, left, receipt.Reference);
        decision.Tell(NoticeKind.DisputeRefund, left);
    }

    private static RefundCause RefundCauseOf(PaymentLedger ledger, PaymentFact owed) =>
        ledger.Refunds.FirstOrDefault(refund => refund.Payment == owed.Reference)?.Cause ?? RefundCause.Unfillable;
}
