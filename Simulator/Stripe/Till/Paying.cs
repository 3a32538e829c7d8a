using System.Text.Json;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Till;

/// <summary>What a shopper hands over at the till, already checked.</summary>
internal sealed record Payment(TestCard Card, int ExpiryMonth, int ExpiryYear, Payer Payer, int DeliveryChosen, bool TermsAccepted);

internal abstract record PayResult
{
    internal sealed record Paid(Session Session, string CompletedEventId) : PayResult;

    internal sealed record Declined(Session Session, Decline Why) : PayResult;

    /// <summary>Nothing was charged: the session was complete or expired before.</summary>
    internal sealed record NotOpen(Session Session) : PayResult;

    internal sealed record NoSuchSession : PayResult;
}

/// <summary>The attempt to pay a session. The page and the control API both come here.</summary>
internal static class Paying
{
    public static PayResult Pay(Books books, Note note, string sessionId, Payment payment, long now)
    {
        if (!books.Sessions.TryGet(sessionId, out var session)) return new PayResult.NoSuchSession();
        if (session.Status != SessionStatus.Open) return new PayResult.NotOpen(session);

        session = session with { DeliveryChosen = payment.DeliveryChosen };
        var intent = FindOrCreateIntent(books, note, session, payment, now);
        var charge = new Charge(Ids.New("ch_3"), now, intent.Amount, intent.Currency, intent.Id, ToKeep(payment), payment.Payer)
        {
            Decline = payment.Card.Decline,
            CustomerId = session.CustomerId,
        };
        intent = intent with { LatestChargeId = charge.Id, ReceiptEmail = session.Asked.Text("payment_intent_data", "receipt_email") };
        session = session with { IntentId = intent.Id };
        return charge.Decline is { } why
            ? Decline(note, session, intent, charge, why, now)
            : Complete(note, session, intent, charge, payment, now);
    }

    private static Intent FindOrCreateIntent(Books books, Note note, Session session, Payment payment, long now)
    {
        if (books.Intents.TryGet(session.IntentId, out var intent)) return intent with { Amount = session.Total };
        var data = session.Asked.At("payment_intent_data") ?? JsonSerializer.SerializeToElement(new { });
        intent = new Intent(Ids.New("pi_3"), now, session.Total, session.Currency, session.Id, data) { CustomerId = session.CustomerId };
        note.Raise("payment_intent.created", PaymentShapes.Of(intent, null), now, by: null);
        return intent;
    }

    private static PayResult.Declined Decline(Note note, Session session, Intent intent, Charge charge, Decline why, long now)
    {
        note.Add(new SessionSaved(session));
        note.Add(new IntentSaved(intent));
        note.Add(new ChargeSaved(charge));
        note.Raise("charge.failed", PaymentShapes.Of(charge, intent), now, by: null);
        note.Raise("payment_intent.payment_failed", PaymentShapes.Of(intent, charge), now, by: null);
        return new PayResult.Declined(session, why);
    }

    private static PayResult.Paid Complete(Note note, Session session, Intent intent, Charge charge, Payment payment, long now)
    {
        var customerId = session.CustomerId ?? CreateCustomer(note, session, payment, now);
        session = session with
        {
            Status = SessionStatus.Complete,
            Paid = true,
            Payer = payment.Payer,
            TermsAccepted = payment.TermsAccepted,
            CustomerId = customerId,
        };
        intent = intent with { Status = IntentStatus.Succeeded, CustomerId = customerId };
        charge = charge with { CustomerId = customerId };
        note.Add(new SessionSaved(session));
        note.Add(new IntentSaved(intent));
        note.Add(new ChargeSaved(charge));
        note.Raise("charge.succeeded", PaymentShapes.Of(charge, intent), now, by: null);
        note.Raise("payment_intent.succeeded", PaymentShapes.Of(intent, charge), now, by: null);
        var completed = note.Raise("checkout.session.completed", SessionShape.Of(session), now, by: null);
        return new PayResult.Paid(session, completed.Id);
    }

    private static string? CreateCustomer(Note note, Session session, Payment payment, long now)
    {
        if (session.Asked.Text("customer_creation") != "always") return null;
        var asked = JsonSerializer.SerializeToElement(new { email = payment.Payer.Email, name = payment.Payer.Name, phone = payment.Payer.Phone });
        var customer = new Customer(Ids.New("cus_", 14), now, asked);
        note.Add(new CustomerSaved(customer));
        note.Raise("customer.created", CustomerShape.Of(customer), now, by: null);
        return customer.Id;
    }

    private static PaidWith ToKeep(Payment payment) =>
        new(Ids.New("pm_1"), "visa", payment.Card.Last4, payment.ExpiryMonth, payment.ExpiryYear);
}
