using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>The bank's answer to a debit, days after the shopper left the page.</summary>
internal static class Settling
{
    private static readonly Decline NoFunds = new(
        "insufficient_funds", null, "The customer's account has insufficient funds to cover this payment.");

    public static Session Settle(LedgerTables tables, Note note, string sessionId, bool succeeded, long now)
    {
        if (!tables.Sessions.TryGet(sessionId, out var session)) throw StripeRefusal.NoSuch("checkout.session", sessionId, "session");
        if (!session.Processing)
        {
            throw StripeRefusal.Invalid(
                $"Only a Checkout Session whose payment is processing can be settled. This one is `{SessionShape.Word(session.Status)}` "
                + $"and `{SessionShape.PaymentWord(session)}`.",
                "session");
        }
        var intent = tables.Intents.Get(session.IntentId!);
        var charge = tables.Charges.Get(intent.LatestChargeId!);
        return succeeded ? Succeed(note, session, intent, charge, now) : Fail(note, session, intent, charge, now);
    }

    private static Session Succeed(Note note, Session session, Intent intent, Charge charge, long now)
    {
        session = session with { Paid = true };
        intent = intent with { Status = IntentStatus.Succeeded };
        charge = charge with { Pending = false };
        Save(note, session, intent, charge);
        note.Raise("charge.succeeded", PaymentShapes.Of(charge, intent), now, by: null);
        note.Raise("payment_intent.succeeded", PaymentShapes.Of(intent, charge), now, by: null);
        note.Raise("checkout.session.async_payment_succeeded", SessionShape.Of(session), now, by: null);
        return session;
    }

    private static Session Fail(Note note, Session session, Intent intent, Charge charge, long now)
    {
        session = session with { Failed = true };
        intent = intent with { Status = IntentStatus.RequiresPaymentMethod };
        charge = charge with { Pending = false, Decline = NoFunds };
        Save(note, session, intent, charge);
        note.Raise("charge.failed", PaymentShapes.Of(charge, intent), now, by: null);
        note.Raise("payment_intent.payment_failed", PaymentShapes.Of(intent, charge), now, by: null);
        note.Raise("checkout.session.async_payment_failed", SessionShape.Of(session), now, by: null);
        return session;
    }

    private static void Save(Note note, Session session, Intent intent, Charge charge)
    {
        note.Add(new SessionSaved(session));
        note.Add(new IntentSaved(intent));
        note.Add(new ChargeSaved(charge));
    }
}
