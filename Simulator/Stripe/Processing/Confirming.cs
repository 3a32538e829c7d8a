using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Api;
using CommerceBot.Simulator.Stripe.Ledger;
using CommerceBot.Simulator.Stripe.Shapes;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>
/// Payment intents without a page: the shop's server names a test card and confirms.
/// https://docs.stripe.com/api/payment_intents/confirm (2026-11-27)
/// </summary>
internal static class Confirming
{
    /// <summary>Nobody typed anything: what a charge tells of its payer is empty.</summary>
    private static readonly Payer Nobody = new("", "", null, new Address(null, null, null, null, null, ""), null, null);

    public static JsonObject Create(Call call)
    {
        var asked = call.Asked;
        var currency = asked.Text("currency")!;
        var amount = asked.Whole("amount")!.Value;
        Currencies.CheckRound(currency, amount, "amount");
        if (amount < Currencies.LeastAmount(currency))
        {
            throw StripeRefusal.Invalid(
                $"Amount must be at least {Currencies.Plain(currency, Currencies.LeastAmount(currency))}", "amount", "amount_too_small");
        }
        if (asked.Text("customer") is { } customer && !call.Tables.Customers.TryGet(customer, out _))
            throw StripeRefusal.Invalid($"No such customer: '{customer}'", "customer", "resource_missing");
        if (!asked.IsOn("confirm") && asked.Text("payment_method") is { } early) TestMethods.Get(early);
        var intent = new Intent(Ids.New("pi_3"), call.Now, amount, currency, "", asked)
        {
            CustomerId = asked.Text("customer"),
            ReceiptEmail = asked.Text("receipt_email"),
            Status = asked.Text("payment_method") is null ? IntentStatus.RequiresPaymentMethod : IntentStatus.RequiresConfirmation,
        };
        call.Note.Add(new IntentSaved(intent));
        call.Note.Raise("payment_intent.created", PaymentShapes.Of(intent, null), call.Now, call.By);
        return asked.IsOn("confirm") ? Pay(call, intent, asked.Text("payment_method")) : PaymentShapes.Of(intent, null);
    }

    public static JsonObject Confirm(Call call)
    {
        var intent = Own(call, IntentStatus.RequiresPaymentMethod, IntentStatus.RequiresConfirmation);
        return Pay(call, intent, call.Asked.Text("payment_method") ?? intent.Asked.Text("payment_method"));
    }

    public static JsonObject Cancel(Call call)
    {
        var intent = Own(call, IntentStatus.RequiresPaymentMethod, IntentStatus.RequiresConfirmation, IntentStatus.RequiresAction);
        var canceled = intent with
        {
            Status = IntentStatus.Canceled, CanceledAt = call.Now, CancellationReason = call.Asked.Text("cancellation_reason"),
        };
        call.Note.Add(new IntentSaved(canceled));
        var json = new View(call.Tables, call.Note).Of(canceled);
        call.Note.Raise("payment_intent.canceled", json, call.Now, call.By);
        return json;
    }

    /// <summary>
    /// An intent that the shop's server made itself, in one of these states: that of a checkout session belongs to the session.
    /// </summary>
    private static Intent Own(Call call, params IntentStatus[] states)
    {
        if (!call.Tables.Intents.TryGet(call.Id, out var intent)) throw StripeRefusal.NoSuch("payment_intent", call.Id, "intent");
        if (intent.SessionId.Length > 0)
            throw StripeRefusal.Invalid("This PaymentIntent belongs to a Checkout Session. Expire the session instead.", "intent");
        if (states.Contains(intent.Status)) return intent;
        throw StripeRefusal.Invalid(
            $"This PaymentIntent's status is `{PaymentShapes.Word(intent.Status)}`; that call needs one of "
            + $"{string.Join(", ", states.Select(PaymentShapes.Word))}.",
            code: "payment_intent_unexpected_state");
    }

    private static JsonObject Pay(Call call, Intent intent, string? methodId)
    {
        if (methodId is null)
        {
            throw StripeRefusal.Invalid(
                "You cannot confirm this PaymentIntent because it's missing a payment method. Update the PaymentIntent with a payment "
                + "method, or provide one in this request.",
                code: "payment_intent_unexpected_state");
        }
        var method = TestMethods.Get(methodId);
        var with = new PaidWith(Ids.New("pm_1"), "visa", method.Card.Last4, 12, DateTimeOffset.FromUnixTimeSeconds(call.Now).Year + 1);
        if (method.Card.Challenged) return Challenge(call, intent);
        var charge = new Charge(Ids.New("ch_3"), call.Now, intent.Amount, intent.Currency, intent.Id, with, Nobody)
        {
            CustomerId = intent.CustomerId, Decline = method.Card.Decline,
        };
        var status = charge.Succeeded ? IntentStatus.Succeeded : IntentStatus.RequiresPaymentMethod;
        intent = intent with { Status = status, LatestChargeId = charge.Id };
        call.Note.Add(new IntentSaved(intent));
        call.Note.Add(new ChargeSaved(charge));
        Tell(call, charge.Succeeded ? "charge.succeeded" : "charge.failed", PaymentShapes.Of(charge, intent));
        Tell(call, charge.Succeeded ? "payment_intent.succeeded" : "payment_intent.payment_failed", PaymentShapes.Of(intent, charge));
        if (charge.Decline is { } why) throw Declined(why, charge, intent);
        if (method.DisputedAs is { } reason) Disputing.Begin(call.Note, charge, charge.Amount, reason, call.Now);
        return PaymentShapes.Of(intent, charge);
    }

    private static JsonObject Challenge(Call call, Intent intent)
    {
        if (call.Asked.IsOn("error_on_requires_action"))
        {
            throw new StripeRefusal(
                402, "card_error", "This payment required an authentication action to complete, but `error_on_requires_action` was set.",
                "authentication_required");
        }
        intent = intent with { Status = IntentStatus.RequiresAction };
        call.Note.Add(new IntentSaved(intent));
        var json = PaymentShapes.Of(intent, null);
        Tell(call, "payment_intent.requires_action", json);
        return json;
    }

    private static void Tell(Call call, string type, JsonObject thing) => call.Note.Raise(type, thing, call.Now, call.By);

    /// <summary>The answer is an error, and the attempt stays on record with its charge.</summary>
    private static StripeRefusal Declined(Decline why, Charge charge, Intent intent) =>
        new(402, "card_error", why.Message, why.Code)
        {
            KeepsWork = true,
            More = new JsonObject
            {
                ["charge"] = charge.Id,
                ["decline_code"] = why.DeclineCode,
                ["payment_intent"] = PaymentShapes.Of(intent, charge),
                ["payment_method"] = PaymentMethodShape.Of(charge),
            },
        };
}
