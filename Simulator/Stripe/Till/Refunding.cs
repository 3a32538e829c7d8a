using System.Text.Json;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Till;

/// <summary>Gives money back, never more than came.</summary>
internal static class Refunding
{
    public static Refund Create(Books books, Note note, JsonElement asked, long now, Cause by)
    {
        var charge = FindCharge(books, asked);
        if (!charge.Succeeded) throw StripeRefusal.Invalid($"Charge {charge.Id} has not been paid, so it cannot be refunded.", "charge");
        var left = charge.Amount - charge.Refunded;
        if (left == 0) throw StripeRefusal.Invalid($"Charge {charge.Id} has already been refunded.", code: "charge_already_refunded");
        var amount = asked.Whole("amount") ?? left;
        if (amount > left)
        {
            throw StripeRefusal.Invalid(
                $"Refund amount ({Currencies.Plain(charge.Currency, amount)}) is greater than unrefunded amount on charge ({Currencies.Plain(charge.Currency, left)})",
                "amount");
        }
        Currencies.CheckRound(charge.Currency, amount, "amount");

        var refund = new Refund(Ids.New("re_3"), now, amount, charge.Currency, charge.Id, charge.IntentId, asked.Text("reason"), asked.At("metadata"));
        var refunded = charge with { Refunded = charge.Refunded + amount };
        note.Add(new RefundSaved(refund));
        note.Add(new ChargeSaved(refunded));
        note.Raise("refund.created", PaymentShapes.Of(refund), now, by);
        note.Raise("refund.updated", PaymentShapes.Of(refund), now, by);
        note.Raise("charge.refunded", PaymentShapes.Of(refunded, books.Intents.Get(charge.IntentId)), now, by);
        return refund;
    }

    private static Charge FindCharge(Books books, JsonElement asked)
    {
        var intentId = asked.Text("payment_intent");
        var chargeId = asked.Text("charge");
        if (intentId is null && chargeId is null)
            throw StripeRefusal.Invalid("One of the following params should be provided for this request: payment_intent or charge.", code: "parameter_missing");
        if (intentId is not null)
        {
            if (!books.Intents.TryGet(intentId, out var intent)) throw StripeRefusal.NoSuch("payment_intent", intentId, "payment_intent");
            if (!books.Charges.TryGet(intent.LatestChargeId, out var latest))
                throw StripeRefusal.Invalid("This PaymentIntent does not have a successful charge to refund.", "payment_intent");
            if (chargeId is not null && chargeId != latest.Id)
                throw StripeRefusal.Invalid("The charge is not the one of the PaymentIntent.", "charge");
            return latest;
        }
        return books.Charges.TryGet(chargeId, out var charge) ? charge : throw StripeRefusal.NoSuch("charge", chargeId!, "charge");
    }
}
