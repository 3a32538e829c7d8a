using System.Text.Json;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>How an attempt to pay ends: money at once, money perhaps later, or none.</summary>
internal static class Charging
{
    public static PayResult.Paid Complete(Note note, Attempt attempt)
    {
        var (session, intent, charge) = Finish(note, attempt, IntentStatus.Succeeded);
        session = session with { Paid = true };
        Save(note, session, intent, charge);
        note.Raise("charge.succeeded", PaymentShapes.Of(charge, intent), attempt.Now, by: null);
        note.Raise("payment_intent.succeeded", PaymentShapes.Of(intent, charge), attempt.Now, by: null);
        return new PayResult.Paid(session, Completed(note, session, attempt.Now));
    }

    /// <summary>A debit: the shop hears "completed, unpaid" now, and days later whether the money came.</summary>
    public static PayResult.Processing Debit(Note note, Attempt attempt)
    {
        var (session, intent, charge) = Finish(note, attempt, IntentStatus.Processing);
        charge = charge with { Pending = true };
        Save(note, session, intent, charge);
        note.Raise("charge.pending", PaymentShapes.Of(charge, intent), attempt.Now, by: null);
        note.Raise("payment_intent.processing", PaymentShapes.Of(intent, charge), attempt.Now, by: null);
        return new PayResult.Processing(session, Completed(note, session, attempt.Now));
    }

    public static PayResult.Declined Decline(Note note, Attempt attempt, Decline why)
    {
        var charge = NewCharge(attempt) with { Decline = why };
        var intent = attempt.Intent with { LatestChargeId = charge.Id, Status = IntentStatus.RequiresPaymentMethod };
        Save(note, attempt.Session, intent, charge);
        note.Raise("charge.failed", PaymentShapes.Of(charge, intent), attempt.Now, by: null);
        note.Raise("payment_intent.payment_failed", PaymentShapes.Of(intent, charge), attempt.Now, by: null);
        return new PayResult.Declined(attempt.Session, why);
    }

    private static (Session Session, Intent Intent, Charge Charge) Finish(Note note, Attempt attempt, IntentStatus status)
    {
        var customerId = attempt.Session.CustomerId ?? CreateCustomer(note, attempt);
        var session = attempt.Session with
        {
            Status = SessionStatus.Complete,
            Challenge = null,
            Payer = attempt.Payer,
            TermsAccepted = attempt.TermsAccepted,
            CustomerId = customerId,
        };
        var charge = NewCharge(attempt) with { CustomerId = customerId };
        var intent = attempt.Intent with { Status = status, LatestChargeId = charge.Id, CustomerId = customerId, Trouble = null };
        return (session, intent, charge);
    }

    private static Charge NewCharge(Attempt attempt) =>
        new(Ids.New("ch_3"), attempt.Now, attempt.Intent.Amount, attempt.Intent.Currency, attempt.Intent.Id, attempt.With, attempt.Payer)
        {
            CustomerId = attempt.Session.CustomerId,
        };

    private static void Save(Note note, Session session, Intent intent, Charge charge)
    {
        note.Add(new SessionSaved(session));
        note.Add(new IntentSaved(intent));
        note.Add(new ChargeSaved(charge));
    }

    private static string Completed(Note note, Session session, long now) =>
        note.Raise("checkout.session.completed", SessionShape.Of(session), now, by: null).Id;

    private static string? CreateCustomer(Note note, Attempt attempt)
    {
        if (attempt.Session.Asked.Text("customer_creation") != "always") return null;
        var payer = attempt.Payer;
        var asked = JsonSerializer.SerializeToElement(new { email = payer.Email, name = payer.Name, phone = payer.Phone });
        var customer = new Customer(Ids.New("cus_", 14), attempt.Now, asked);
        note.Add(new CustomerSaved(customer));
        note.Raise("customer.created", CustomerShape.Of(customer), attempt.Now, by: null);
        return customer.Id;
    }
}
