using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>Payment intents and charges as Stripe's API writes them.</summary>
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
            ["last_payment_error"] = Error(intent, latest),
            ["latest_charge"] = intent.LatestChargeId,
            ["livemode"] = false,
            ["metadata"] = data.CopyMetadata("metadata"),
            ["next_action"] = intent.Status == IntentStatus.RequiresAction ? Redirect(intent) : null,
            ["payment_method"] = intent.Status is IntentStatus.Succeeded or IntentStatus.Processing ? latest?.Card.MethodId : null,
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray([.. intent.Methods.Select(method => JsonValue.Create(method))]),
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
            ["amount_captured"] = charge.Decline is null ? charge.Amount : 0,
            ["amount_refunded"] = charge.Refunded,
            ["balance_transaction"] = null,
            ["billing_details"] = new JsonObject
            {
                ["address"] = AddressShape.Of(charge.Payer.Address),
                ["email"] = charge.Payer.Email,
                ["name"] = charge.Payer.Name,
                ["phone"] = charge.Payer.Phone,
            },
            ["captured"] = charge.Decline is null,
            ["created"] = charge.Created,
            ["currency"] = charge.Currency,
            ["customer"] = charge.CustomerId,
            ["description"] = data.Copy("description"),
            ["disputed"] = charge.Disputed,
            ["failure_code"] = charge.Decline?.Code,
            ["failure_message"] = charge.Decline?.Message,
            ["fraud_details"] = new JsonObject(),
            ["livemode"] = false,
            ["metadata"] = data.CopyMetadata("metadata"),
            ["outcome"] = Outcome(charge),
            ["paid"] = charge.Succeeded,
            ["payment_intent"] = charge.IntentId,
            ["payment_method"] = charge.Card.MethodId,
            ["payment_method_details"] = MethodShape.Of(charge.Card),
            ["receipt_email"] = intent.ReceiptEmail,
            ["receipt_url"] = null,
            ["refunded"] = charge.Succeeded && charge.Refunded == charge.Amount,
            ["shipping"] = data.Copy("shipping"),
            ["statement_descriptor"] = data.Copy("statement_descriptor"),
            ["statement_descriptor_suffix"] = data.Copy("statement_descriptor_suffix"),
            ["status"] = charge.Pending ? "pending" : charge.Succeeded ? "succeeded" : "failed",
        };
    }

    public static string Word(IntentStatus status) => status switch
    {
        IntentStatus.RequiresPaymentMethod => "requires_payment_method",
        IntentStatus.RequiresAction => "requires_action",
        IntentStatus.Processing => "processing",
        IntentStatus.Succeeded => "succeeded",
        _ => "canceled",
    };

    private static JsonObject? Error(Intent intent, Charge? latest)
    {
        if (intent.Status != IntentStatus.RequiresPaymentMethod || (intent.Trouble ?? latest?.Decline) is not { } why) return null;
        return new JsonObject
        {
            ["type"] = intent.Trouble is null ? "card_error" : "invalid_request_error",
            ["code"] = why.Code,
            ["decline_code"] = why.DeclineCode,
            ["message"] = why.Message,
            ["charge"] = intent.Trouble is null ? latest!.Id : null,
            ["doc_url"] = $"https://stripe.com/docs/error-codes/{why.Code.Replace('_', '-')}",
        };
    }

    /// <summary>Where the bank asks. A shop that uses the hosted page never sends anybody there itself.</summary>
    private static JsonObject Redirect(Intent intent) => new()
    {
        ["type"] = "redirect_to_url",
        ["redirect_to_url"] = new JsonObject { ["return_url"] = null, ["url"] = $"{StripeSimulator.Root}/checkout/{intent.SessionId}/challenge" },
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
}
