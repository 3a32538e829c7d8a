using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>Ends an open session: by the clock, or because the shop asks.</summary>
internal static class Expiring
{
    public static Session Expire(LedgerTables tables, Note note, Session session, long now, Cause? by)
    {
        var expired = session with { Status = SessionStatus.Expired, Challenge = null };
        note.Add(new SessionSaved(expired));
        if (tables.Intents.TryGet(session.IntentId, out var intent))
        {
            var canceled = intent with { Status = IntentStatus.Canceled, CanceledAt = now };
            note.Add(new IntentSaved(canceled));
            var latest = intent.LatestChargeId is { } chargeId ? tables.Charges.Get(chargeId) : null;
            note.Raise("payment_intent.canceled", PaymentShapes.Of(canceled, latest), now, by);
        }
        note.Raise("checkout.session.expired", SessionShape.Of(expired), now, by);
        return expired;
    }

    public static Session ExpireNow(LedgerTables tables, Note note, string id, long now, Cause? by)
    {
        if (!tables.Sessions.TryGet(id, out var session)) throw StripeRefusal.NoSuch("checkout.session", id, "session");
        if (session.Status == SessionStatus.Open) return Expire(tables, note, session, now, by);
        throw StripeRefusal.Invalid(
            "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a status of "
            + $"`{SessionShape.Word(session.Status)}`."
        );
    }
}
