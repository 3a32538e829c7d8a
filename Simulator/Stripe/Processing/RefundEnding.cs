using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>What becomes of a refund after it began: it arrives, comes back, or is called off.</summary>
internal static class RefundEnding
{
    /// <summary>Stripe's word for a bank that gives no reason.</summary>
    public const string Unknown = "unknown";

    private const string ExpiredCard = "expired_or_canceled_card";

    /// <summary>The bank's answer: a pending refund may end either way, and one that succeeded may still come back.</summary>
    public static Refund Settle(LedgerTables tables, Note note, string refundId, bool succeeded, long now)
    {
        var (refund, charge) = Find(tables, refundId);
        if (succeeded && refund.Status is RefundStatus.Pending or RefundStatus.RequiresAction)
            return Succeed(note, refund, now);
        if (!succeeded && refund.Counts)
            return Fail(note, refund, charge, refund.Kind == PaidWith.ByCard ? ExpiredCard : Unknown, now);
        throw StripeRefusal.Invalid(
            $"Refund {refundId} has a status of `{RefundShape.Word(refund.Status)}` and cannot be settled that way.", "refund");
    }

    /// <summary>https://docs.stripe.com/api/refunds/cancel (2026-11-23)</summary>
    public static Refund Cancel(LedgerTables tables, Note note, string refundId, long now, Cause? by)
    {
        var (refund, charge) = Find(tables, refundId);
        if (refund.Status != RefundStatus.RequiresAction)
        {
            throw StripeRefusal.Invalid(
                $"You can only cancel refunds with a status of `requires_action`. Refund {refundId} has a status of "
                + $"`{RefundShape.Word(refund.Status)}`.",
                "refund");
        }
        return End(note, refund, charge, refund with { Status = RefundStatus.Canceled, FailureReason = "merchant_request" }, now, by);
    }

    public static Refund Fail(Note note, Refund refund, Charge charge, string reason, long now)
    {
        var failed = End(note, refund, charge, refund with { Status = RefundStatus.Failed, FailureReason = reason }, now, by: null);
        note.Raise("refund.failed", RefundShape.Of(failed), now, by: null);
        return failed;
    }

    private static Refund Succeed(Note note, Refund refund, long now)
    {
        var done = refund with { Status = RefundStatus.Succeeded };
        note.Add(new RefundSaved(done));
        Tell(note, refund, done, now, by: null);
        return done;
    }

    /// <summary>The money is back with the shop, and may be refunded again.</summary>
    private static Refund End(Note note, Refund refund, Charge charge, Refund ended, long now, Cause? by)
    {
        note.Add(new RefundSaved(ended));
        note.Add(new ChargeSaved(charge with { Refunded = charge.Refunded - refund.Amount }));
        Tell(note, refund, ended, now, by);
        return ended;
    }

    private static void Tell(Note note, Refund before, Refund after, long now, Cause? by)
    {
        note.Raise("refund.updated", RefundShape.Of(after), now, by, Before(before));
        note.Raise("charge.refund.updated", RefundShape.Of(after), now, by, Before(before));
    }

    private static JsonObject Before(Refund refund) => new() { ["status"] = RefundShape.Word(refund.Status) };

    private static (Refund Refund, Charge Charge) Find(LedgerTables tables, string refundId) =>
        tables.Refunds.TryGet(refundId, out var refund)
            ? (refund, tables.Charges.Get(refund.ChargeId))
            : throw StripeRefusal.NoSuch("refund", refundId, "refund");
}
