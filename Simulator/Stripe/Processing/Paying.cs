using System.Text.Json;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>What a shopper enters on the checkout page, already checked.</summary>
/// <param name="Card">Null for a debit of the test account.</param>
internal sealed record Payment(TestCard? Card, int ExpiryMonth, int ExpiryYear, Payer Payer, int DeliveryChosen, bool TermsAccepted)
{
    public string Means => Card?.Name ?? PaidWith.ByDebit;
}

internal abstract record PayResult
{
    internal sealed record Paid(Session Session, string CompletedEventId) : PayResult;

    /// <summary>The session is complete; whether the money comes is known later.</summary>
    internal sealed record Processing(Session Session, string CompletedEventId) : PayResult;

    /// <summary>The bank asks for 3-D Secure first.</summary>
    internal sealed record Challenged(Session Session) : PayResult;

    internal sealed record Declined(Session Session, Decline Why) : PayResult;

    /// <summary>Nothing was charged: the session was complete or expired before, or nothing waited for this answer.</summary>
    internal sealed record NotOpen(Session Session) : PayResult;

    internal sealed record NoSuchSession : PayResult;
}

/// <summary>The attempt to pay a session. The page and the control API both come here.</summary>
internal static class Paying
{
    public static PayResult Pay(LedgerTables tables, Note note, string sessionId, Payment payment, long now)
    {
        if (!tables.Sessions.TryGet(sessionId, out var session)) return new PayResult.NoSuchSession();
        if (session.Status != SessionStatus.Open) return new PayResult.NotOpen(session);

        session = session with { DeliveryChosen = payment.DeliveryChosen, Challenge = null };
        var intent = FindOrCreateIntent(tables, note, session, now);
        session = session with { IntentId = intent.Id };
        var attempt = new Attempt(session, intent, ToKeep(payment), payment.Payer, payment.TermsAccepted, now);
        return payment.Card switch
        {
            null => Charging.Debit(note, attempt),
            { Challenged: true } => Challenging.Ask(note, attempt),
            { Decline: { } why } => Charging.Decline(note, attempt, why),
            _ => Charging.Complete(note, attempt),
        };
    }

    private static Intent FindOrCreateIntent(LedgerTables tables, Note note, Session session, long now)
    {
        if (tables.Intents.TryGet(session.IntentId, out var intent)) return intent with { Amount = session.Total, Trouble = null };
        var data = session.Asked.At("payment_intent_data") ?? JsonSerializer.SerializeToElement(new { });
        intent = new Intent(Ids.New("pi_3"), now, session.Total, session.Currency, session.Id, data)
        {
            CustomerId = session.CustomerId,
            Methods = session.Methods,
            ReceiptEmail = data.Text("receipt_email"),
        };
        note.Raise("payment_intent.created", PaymentShapes.Of(intent, null), now, by: null);
        return intent;
    }

    private static PaidWith ToKeep(Payment payment) => payment.Card is { } card
        ? new PaidWith(Ids.New("pm_1"), "visa", card.Last4, payment.ExpiryMonth, payment.ExpiryYear)
        : new PaidWith(Ids.New("pm_1"), "", TestAccount.Last4, 0, 0) { Kind = PaidWith.ByDebit };
}

/// <summary>An attempt to pay on its way: the session and its intent as they are, and what the shopper pays with.</summary>
internal sealed record Attempt(Session Session, Intent Intent, PaidWith With, Payer Payer, bool TermsAccepted, long Now);
