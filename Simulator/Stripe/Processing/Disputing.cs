using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// Chargebacks: the shopper's bank takes the money back, and gives it again when the shop wins.
/// https://docs.stripe.com/disputes (2026-11-23)
/// </summary>
internal static class Disputing
{
    public static IReadOnlyList<string> Reasons { get; } =
    [
        "fraudulent",
        "product_not_received",
        "product_unacceptable",
        "duplicate",
        "credit_not_processed",
        "subscription_canceled",
        "unrecognized",
        "general",
        "bank_cannot_process",
        "check_returned",
        "customer_initiated",
        "debit_not_authorized",
        "incorrect_account_details",
        "insufficient_funds",
        "noncompliant",
    ];

    /// <param name="amount">Null for what has not been refunded.</param>
    public static Dispute Open(LedgerTables tables, Note note, string chargeId, long? amount, string reason, long now)
    {
        if (!tables.Charges.TryGet(chargeId, out var charge))
            throw StripeRefusal.NoSuch("charge", chargeId, "charge");
        if (!Reasons.Contains(reason))
            throw StripeRefusal.Invalid($"Invalid reason: must be one of {string.Join(", ", Reasons)}", "reason");
        if (!charge.Succeeded)
            throw StripeRefusal.Invalid($"Charge {chargeId} has not been paid, so nobody can dispute it.", "charge");
        if (tables.IsChargedBack(chargeId))
            throw StripeRefusal.Invalid($"Charge {chargeId} is disputed already.", "charge");
        var disputed = amount ?? charge.Amount - charge.Refunded;
        if (disputed <= 0 || disputed > charge.Amount)
            throw StripeRefusal.Invalid(
                $"A dispute of {disputed} does not fit charge {chargeId}: it was {charge.Amount}, of which {charge.Refunded} went back.",
                "amount");
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

    /// <summary>The bank's decision, or the shop's that gives in.</summary>
    public static Dispute Close(LedgerTables tables, Note note, string disputeId, bool won, long now, Cause? by)
    {
        var dispute = Find(tables, disputeId);
        if (dispute.Status is DisputeStatus.Won or DisputeStatus.Lost)
            throw StripeRefusal.Invalid($"This dispute is already closed: its status is `{DisputeShape.Word(dispute.Status)}`.", "dispute");
        return Change(tables, note, dispute, won ? DisputeStatus.Won : DisputeStatus.Lost, now, by);
    }

    /// <summary>Evidence is sent, a decision is appealed, or the bank asks again: see <see cref="DisputeMoves"/>.</summary>
    public static Dispute Move(LedgerTables tables, Note note, string disputeId, string status, long now)
    {
        var dispute = Find(tables, disputeId);
        if (DisputeMoves.Next(dispute.Status).Where(next => DisputeShape.Word(next) == status).ToList() is not [var to])
            throw StripeRefusal.Invalid(
                $"Invalid status: a dispute that is `{DisputeShape.Word(dispute.Status)}` can become "
                + string.Join(", ", DisputeMoves.Next(dispute.Status).Select(DisputeShape.Word)), "status");
        return Change(tables, note, dispute, to, now, by: null);
    }

    private static Dispute Find(LedgerTables tables, string id) =>
        tables.Disputes.TryGet(id, out var dispute) ? dispute : throw StripeRefusal.NoSuch("dispute", id, "dispute");

    private static Dispute Change(LedgerTables tables, Note note, Dispute dispute, DisputeStatus to, long now, Cause? by)
    {
        var charge = tables.Charges.Get(dispute.ChargeId);
        var changed = dispute with { Status = to, AskedAt = DisputeMoves.AsksTheShop(to) ? now : dispute.AskedAt };
        note.Add(new DisputeSaved(changed));
        var type = to is DisputeStatus.Won or DisputeStatus.Lost ? "charge.dispute.closed" : "charge.dispute.updated";
        note.Raise(
            type, DisputeShape.Of(changed, charge), now, by, new JsonObject { ["status"] = DisputeShape.Word(dispute.Status) });
        // A bank holds the money of every dispute that the shop has not won.
        if (to == DisputeStatus.Won)
            note.Raise("charge.dispute.funds_reinstated", DisputeShape.Of(changed, charge), now, by);
        else if (dispute.Status == DisputeStatus.Won)
            note.Raise("charge.dispute.funds_withdrawn", DisputeShape.Of(changed, charge), now, by);
        return changed;
    }
}
