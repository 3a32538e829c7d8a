using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>Gives money back, never more than came.</summary>
internal static class Refunding
{
    /// <param name="drawFate">Asked once, when nothing stands against the refund any more.</param>
    public static Refund Create(LedgerTables tables, Note note, JsonElement asked, long now, Cause? by, Func<RefundFate> drawFate)
    {
        var charge = FindCharge(tables, asked);
        if (tables.IsChargedBack(charge.Id))
            throw StripeRefusal.Invalid($"Charge {charge.Id} has been charged back; cannot issue a refund.", code: "charge_disputed");
        var left = charge.Amount - charge.Refunded;
        if (left == 0) throw StripeRefusal.Invalid($"Charge {charge.Id} has already been refunded.", code: "charge_already_refunded");
        var amount = asked.Whole("amount") ?? left;
        if (amount > left)
        {
            // Stripe names the parameter here and no code.
            throw StripeRefusal.Invalid(
                $"Refund amount ({Currencies.Plain(charge.Currency, amount)}) is greater than unrefunded amount on charge "
                + $"({Currencies.Plain(charge.Currency, left)})",
                "amount");
        }
        Currencies.CheckRound(charge.Currency, amount, "amount");
        return Begin(tables, note, charge, amount, asked, now, by, drawFate());
    }

    /// <summary>Begins it; a refund whose fate is to fail does so at once, but the answer does not know it yet.</summary>
    private static Refund Begin(
        LedgerTables tables, Note note, Charge charge, long amount, JsonElement asked, long now, Cause? by, RefundFate fate)
    {
        var refund = new Refund(
            Ids.New("re_3"), now, amount, charge.Currency, charge.Id, charge.IntentId, asked.Text("reason"), asked.At("metadata"))
        {
            Kind = charge.Card.Kind,
            CustomerId = charge.CustomerId,
            MethodId = charge.Card.MethodId,
            Status = StatusAtFirst(charge, fate),
            InstructionsEmail = asked.Text("instructions_email") ?? (fate == RefundFate.RequiresAction ? charge.Payer.Email : null),
        };
        var refunded = charge with { Refunded = charge.Refunded + amount };
        note.Add(new RefundSaved(refund));
        note.Add(new ChargeSaved(refunded));
        note.Raise("refund.created", RefundShape.Of(refund), now, by);
        if (refund.Status == RefundStatus.Succeeded) note.Raise("refund.updated", RefundShape.Of(refund), now, by);
        note.Raise(
            "charge.refunded", PaymentShapes.Of(refunded, tables.Intents.Get(charge.IntentId)), now, by,
            new JsonObject { ["amount_refunded"] = charge.Refunded, ["refunded"] = false });
        if (fate == RefundFate.Fail) RefundEnding.Fail(note, refund, refunded, RefundEnding.Unknown, now);
        return refund;
    }

    /// <summary>A card's refund is done at once; that of a debit is a transfer, which takes the bank days.</summary>
    private static RefundStatus StatusAtFirst(Charge charge, RefundFate fate) => fate switch
    {
        RefundFate.RequiresAction => RefundStatus.RequiresAction,
        RefundFate.Pending or RefundFate.Fail => RefundStatus.Pending,
        _ => charge.Card.Kind == PaidWith.ByCard ? RefundStatus.Succeeded : RefundStatus.Pending,
    };

    private static Charge FindCharge(LedgerTables tables, JsonElement asked)
    {
        var intentId = asked.Text("payment_intent");
        var chargeId = asked.Text("charge");
        if (intentId is null && chargeId is null)
            throw StripeRefusal.Invalid(
                "One of the following params should be provided for this request: payment_intent or charge.", code: "parameter_missing");
        if (intentId is not null && !tables.Intents.TryGet(intentId, out _))
            throw StripeRefusal.NoSuch("payment_intent", intentId, "payment_intent");
        if (chargeId is not null && !tables.Charges.TryGet(chargeId, out _))
            throw StripeRefusal.NoSuch("charge", chargeId, "charge");
        var latest = intentId is null ? null : tables.Intents.Get(intentId).LatestChargeId;
        if (intentId is not null && chargeId is not null && chargeId != latest)
            throw StripeRefusal.Invalid($"Charge {chargeId} does not belong to PaymentIntent {intentId}.", "charge");
        var charge = (chargeId ?? latest) is { } id ? tables.Charges.Get(id) : null;
        if (charge is { Succeeded: true }) return charge;
        throw intentId is null
            ? StripeRefusal.Invalid($"Charge {chargeId} has not been paid, so it cannot be refunded.", "charge")
            : StripeRefusal.Invalid($"This PaymentIntent ({intentId}) does not have a successful charge to refund.", "payment_intent");
    }
}
