using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>3-D Secure: the card's bank asks the shopper before it pays. Nothing is charged until the answer.</summary>
internal static class Challenging
{
    /// <summary>https://docs.stripe.com/error-codes#payment-intent-authentication-failure (2026-11-23)</summary>
    public static Decline NotProved { get; } =
        new(
            "payment_intent_authentication_failure", null,
            "The provided PaymentMethod has failed authentication. You can provide payment_method_data or a new PaymentMethod to attempt "
            + "to fulfill this PaymentIntent again."
        );

    public static PayResult.Challenged Ask(Note note, Attempt attempt)
    {
        var session = attempt.Session with { Challenge = new Challenge(attempt.With, attempt.Payer, attempt.TermsAccepted, attempt.Now) };
        var intent = attempt.Intent with { Status = IntentStatus.RequiresAction };
        note.Add(new SessionSaved(session));
        note.Add(new IntentSaved(intent));
        note.Raise("payment_intent.requires_action", PaymentShapes.Of(intent, null), attempt.Now, by: null);
        return new PayResult.Challenged(session);
    }

    public static PayResult Answer(LedgerTables tables, Note note, string sessionId, bool proved, long now)
    {
        if (!tables.Sessions.TryGet(sessionId, out var session)) return new PayResult.NoSuchSession();
        if (session.Status != SessionStatus.Open || session.Challenge is not { } asked) return new PayResult.NotOpen(session);
        var intent = tables.Intents.Get(session.IntentId!);
        var answered = session with { Challenge = null };
        return proved
            ? Charging.Complete(
                note, new Attempt(answered, intent, asked.Card with { Authenticated = true }, asked.Payer, asked.TermsAccepted, now))
            : Fail(note, answered, intent, now);
    }

    private static PayResult.Declined Fail(Note note, Session session, Intent intent, long now)
    {
        intent = intent with { Status = IntentStatus.RequiresPaymentMethod, Trouble = NotProved };
        note.Add(new SessionSaved(session));
        note.Add(new IntentSaved(intent));
        note.Raise("payment_intent.payment_failed", PaymentShapes.Of(intent, null), now, by: null);
        return new PayResult.Declined(session, NotProved);
    }
}
