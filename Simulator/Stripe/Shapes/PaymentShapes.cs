using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>Payment intents, charges and refunds as Stripe's API writes them.</summary>
internal static class PaymentShapes
{
    public static JsonObject Of(Intent intent, Charge? latest)
    {
        var data = intent.Asked;
        return new JsonObject
        {
            ["id"] = intent.Id,
            ["object"] = "payment_intent",
            ["amount"] = intent.Amount,
            ["amount_capturable"] = 0,
            ["amount_received"] = intent.Status == IntentStatus.Succeeded ? intent.Amount : 0,
            ["application_fee_amount"] = null,
            ["canceled_at"] = null,
            ["cancellation_reason"] = intent.Status == IntentStatus.Canceled ? "automatic" : null,
            ["capture_method"] = data.Text("capture_method") ?? "automatic_async",
            ["client_secret"] = null,
            ["confirmation_method"] = "automatic",
            ["created"] = intent.Created,
            ["currency"] = intent.Currency,
            ["customer"] = intent.CustomerId,
            ["description"] = data.Copy("description"),
            ["last_payment_error"] = intent.Status == IntentStatus.RequiresPaymentMethod && latest is { Decline: { } decline }
                ? Error(latest, decline)
                : null,
            ["latest_charge"] = intent.LatestChargeId,
            ["livemode"] = false,
            ["metadata"] = data.CopyMetadata("metadata"),
            ["next_action"] = null,
            ["payment_method"] = intent.Status == IntentStatus.Succeeded ? latest?.Card.MethodId : null,
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray("card"),
            ["processing"] = null,
            ["receipt_email"] = intent.ReceiptEmail,
            ["setup_future_usage"] = data.Copy("setup_future_usage"),
            ["shipping"] = data.Copy("shipping"),
            ["statement_descriptor"] = data.Copy("statement_descriptor"),
            ["statement_descriptor_suffix"] = data.Copy("statement_descriptor_suffix"),
            ["status"] = Word(intent.Status),
        };
    }

    public static JsonObject Of(Charge charge, Intent intent)
    {
        var data = intent.Asked;
        return new JsonObject
        {
            ["id"] = charge.Id,
            ["object"] = "charge",
            ["amount"] = charge.Amount,
            ["amount_captured"] = charge.Succeeded ? charge.Amount : 0,
            ["amount_refunded"] = charge.Refunded,
            ["balance_transaction"] = null,
            ["billing_details"] = new JsonObject
            {
                ["address"] = AddressShape.Of(charge.Payer.Address),
                ["email"] = charge.Payer.Email,
                ["name"] = charge.Payer.Name,
                ["phone"] = charge.Payer.Phone,
            },
            ["captured"] = charge.Succeeded,
            ["created"] = charge.Created,
            ["currency"] = charge.Currency,
            ["customer"] = charge.CustomerId,
            ["description"] = data.Copy("description"),
            ["disputed"] = false,
            ["failure_code"] = charge.Decline?.Code,
            ["failure_message"] = charge.Decline?.Message,
            ["fraud_details"] = new JsonObject(),
            ["livemode"] = false,
            ["metadata"] = data.CopyMetadata("metadata"),
            ["outcome"] = Outcome(charge),
            ["paid"] = charge.Succeeded,
            ["payment_intent"] = charge.IntentId,
            ["payment_method"] = charge.Card.MethodId,
            ["payment_method_details"] = new JsonObject { ["type"] = "card", ["card"] = Card(charge.Card) },
            ["receipt_email"] = intent.ReceiptEmail,
            ["receipt_url"] = null,
            ["refunded"] = charge.Succeeded && charge.Refunded == charge.Amount,
            ["shipping"] = data.Copy("shipping"),
            ["statement_descriptor"] = data.Copy("statement_descriptor"),
            ["statement_descriptor_suffix"] = data.Copy("statement_descriptor_suffix"),
            ["status"] = charge.Succeeded ? "succeeded" : "failed",
        };
    }

    public static JsonObject Of(Refund refund) => new()
    {
        ["id"] = refund.Id,
        ["object"] = "refund",
        ["amount"] = refund.Amount,
        ["balance_transaction"] = null,
        ["charge"] = refund.ChargeId,
        ["created"] = refund.Created,
        ["currency"] = refund.Currency,
        ["destination_details"] = new JsonObject
        {
            ["type"] = "card",
            ["card"] = new JsonObject { ["reference_status"] = "pending", ["reference_type"] = "acquirer_reference_number", ["type"] = "refund" },
        },
        ["metadata"] = refund.Metadata?.CopyMetadata() ?? new JsonObject(),
        ["payment_intent"] = refund.IntentId,
        ["reason"] = refund.Reason,
        ["receipt_number"] = null,
        ["status"] = "succeeded",
    };

    public static string Word(IntentStatus status) => status switch
    {
        IntentStatus.RequiresPaymentMethod => "requires_payment_method",
        IntentStatus.Succeeded => "succeeded",
        _ => "canceled",
    };

    private static JsonObject Error(Charge charge, Decline decline) => new()
    {
        ["type"] = "card_error",
        ["code"] = decline.Code,
        ["decline_code"] = decline.DeclineCode,
        ["message"] = decline.Message,
        ["charge"] = charge.Id,
        ["doc_url"] = $"https://stripe.com/docs/error-codes/{decline.Code.Replace('_', '-')}",
    };

    private static JsonObject Outcome(Charge charge) => charge.Decline is { } decline
        ? new JsonObject
        {
            ["network_status"] = "declined_by_network",
            ["reason"] = decline.DeclineCode ?? decline.Code,
            ["risk_level"] = "normal",
            ["seller_message"] = "The bank did not approve the payment.",
            ["type"] = "issuer_declined",
        }
        : new JsonObject
        {
            ["network_status"] = "approved_by_network",
            ["reason"] = null,
            ["risk_level"] = "normal",
            ["seller_message"] = "Payment complete.",
            ["type"] = "authorized",
        };

    private static JsonObject Card(PaidWith card) => new()
    {
        ["brand"] = card.Brand,
        ["country"] = "US",
        ["exp_month"] = card.ExpiryMonth,
        ["exp_year"] = card.ExpiryYear,
        ["funding"] = "credit",
        ["last4"] = card.Last4,
        ["network"] = card.Brand,
        ["three_d_secure"] = null,
        ["wallet"] = null,
    };
}
