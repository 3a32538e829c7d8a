using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Till;

/// <summary>Chargebacks: the shopper's bank takes the money back, and gives it again when the shop wins. https://docs.stripe.com/disputes (2026-11-23)</summary>
internal static class Disputing
{
    public static IReadOnlyList<string> Reasons { get; } =
    [
        "fraudulent", "product_not_received", "product_unacceptable", "duplicate", "credit_not_processed", "subscription_canceled", "unrecognized",
        "general", "bank_cannot_process", "check_returned", "customer_initiated", "debit_not_authorized", "incorrect_account_details",
        "insufficient_funds", "noncompliant",
    ];

    /// <param name="amount">Null for what has not been refunded.</param>
    public static Dispute Open(Books books, Note note, string chargeId, long? amount, string reason, long now)
    {
        if (!books.Charges.TryGet(chargeId, out var charge)) throw StripeRefusal.NoSuch("charge", chargeId, "charge");
        if (!Reasons.Contains(reason)) throw StripeRefusal.Invalid($"Invalid reason: must be one of {string.Join(", ", Reasons)}", "reason");
        if (!charge.Succeeded) throw StripeRefusal.Invalid($"Charge {chargeId} has not been paid, so nobody can dispute it.", "charge");
        if (books.IsChargedBack(chargeId)) throw StripeRefusal.Invalid($"Charge {chargeId} is disputed already.", "charge");
        var disputed = amount ?? charge.Amount - charge.Refunded;
        if (disputed <= 0 || disputed > charge.Amount)
            throw StripeRefusal.Invalid($"A dispute of {disputed} does not fit charge {chargeId}: it was {charge.Amount}, of which {charge.Refunded} went back.", "amount");
        return Begin(note, charge, disputed, reason, now);
    }

    /// <summary>Takes the money of a charge that may be disputed.</summary>
    public static Dispute Begin(Note note, Charge charge, long disputed, string reason, long now)
    {
        var dispute = new Dispute(Ids.New("du_1"), now, disputed, charge.Currency, charge.Id, charge.IntentId, reason, charge.Card.Kind);
        note.Add(new DisputeSaved(dispute));
        note.Add(new ChargeSaved(charge with { Disputed = true }));
        note.Raise("charge.dispute.created", DisputeShape.Of(dispute, charge), now, by: null);
        note.Raise("charge.dispute.funds_withdrawn", DisputeShape.Of(dispute, charge), now, by: null);
        return dispute;
    }

    public static Dispute Close(Books books, Note note, string disputeId, bool won, long now, Cause? by)
    {
        if (!books.Disputes.TryGet(disputeId, out var dispute)) throw StripeRefusal.NoSuch("dispute", disputeId, "dispute");
        if (dispute.Status != DisputeStatus.NeedsResponse)
            throw StripeRefusal.Invalid($"This dispute is already closed: its status is `{DisputeShape.Word(dispute.Status)}`.", "dispute");
        var charge = books.Charges.Get(dispute.ChargeId);
        var closed = dispute with { Status = won ? DisputeStatus.Won : DisputeStatus.Lost };
        note.Add(new DisputeSaved(closed));
        note.Raise("charge.dispute.closed", DisputeShape.Of(closed, charge), now, by, new JsonObject { ["status"] = DisputeShape.Word(dispute.Status) });
        if (won) note.Raise("charge.dispute.funds_reinstated", DisputeShape.Of(closed, charge), now, by);
        return closed;
    }
}
