using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>Payment intents and charges as Stripe's API writes them.</summary>
internal static class PaymentShapes
{
    /// <summary>Members that are null in every payment intent here: what they speak of is not simulated.</summary>
    private static readonly string[] IntentNulls =
    [
        "allowed_payment_method_types", "application", "application_fee_amount", "automatic_payment_methods", "client_secret",
        "customer_account", "excluded_payment_method_types", "managed_payments", "on_behalf_of", "payment_method_configuration_details",
        "payment_record", "processing", "review", "source", "transfer_data", "transfer_group",
    ];

    /// <summary>The same of a charge.</summary>
    private static readonly string[] ChargeNulls =
    [
        "application", "application_fee", "application_fee_amount", "balance_transaction", "failure_balance_transaction", "on_behalf_of",
        "receipt_number", "receipt_url", "review", "source", "source_transfer", "transfer_data", "transfer_group",
    ];

    public static JsonObject Of(Intent intent, Charge? latest)
    {
        var data = intent.Asked;
        var json = new JsonObject
        {
            ["id"] = intent.Id,
            ["object"] = "payment_intent",
            ["amount"] = intent.Amount,
            ["amount_capturable"] = 0,
            ["amount_received"] = intent.Status == IntentStatus.Succeeded ? intent.Amount : 0,
            ["canceled_at"] = intent.CanceledAt,
            ["cancellation_reason"] = intent.CancellationReason ?? (IsEndedBySession(intent) ? "automatic" : null),
            ["capture_method"] = data.Text("capture_method") ?? "automatic_async",
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
            ["receipt_email"] = intent.ReceiptEmail,
            ["setup_future_usage"] = data.Copy("setup_future_usage"),
            ["shipping"] = ShippingShape.Of(data, "shipping"),
            ["statement_descriptor"] = data.Copy("statement_descriptor"),
            ["statement_descriptor_suffix"] = data.Copy("statement_descriptor_suffix"),
            ["status"] = Word(intent.Status),
        };
        foreach (var name in IntentNulls) json[name] = null;
        return json;
    }

    public static JsonObject Of(Charge charge, Intent intent)
    {
        var data = intent.Asked;
        var json = new JsonObject
        {
            ["id"] = charge.Id,
            ["object"] = "charge",
            ["amount"] = charge.Amount,
            ["amount_captured"] = charge.Decline is null ? charge.Amount : 0,
            ["amount_refunded"] = charge.Refunded,
            ["billing_details"] = BillingShape.Of(charge.Payer),
            ["calculated_statement_descriptor"] = Descriptor(charge, data),
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
            ["payment_method_details"] = MethodShape.Of(charge.Card, charge.Decline is null ? charge.Amount : null),
            ["receipt_email"] = intent.ReceiptEmail,
            ["refunded"] = charge.Succeeded && charge.Refunded == charge.Amount,
            ["shipping"] = ShippingShape.Of(data, "shipping"),
            ["statement_descriptor"] = data.Copy("statement_descriptor"),
            ["statement_descriptor_suffix"] = data.Copy("statement_descriptor_suffix"),
            ["status"] = charge.Pending ? "pending" : charge.Succeeded ? "succeeded" : "failed",
        };
        foreach (var name in ChargeNulls) json[name] = null;
        return json;
    }

    public static string Word(IntentStatus status) => status switch
    {
        IntentStatus.RequiresPaymentMethod => "requires_payment_method",
        IntentStatus.RequiresAction => "requires_action",
        IntentStatus.RequiresConfirmation => "requires_confirmation",
        IntentStatus.Processing => "processing",
        IntentStatus.Succeeded => "succeeded",
        _ => "canceled",
    };

    private static JsonObject? Error(Intent intent, Charge? latest)
    {
        if (intent.Status != IntentStatus.RequiresPaymentMethod || (intent.Trouble ?? latest?.Decline) is not { } why) return null;
        var json = new JsonObject
        {
            ["type"] = intent.Trouble is null ? "card_error" : "invalid_request_error",
            ["code"] = why.Code,
            ["message"] = why.Message,
            ["doc_url"] = $"https://stripe.com/docs/error-codes/{why.Code.Replace('_', '-')}",
        };
        // An error, unlike the objects around it, has no members that are null.
        if (why.DeclineCode is { } declined) json["decline_code"] = declined;
        if (intent.Trouble is null) json["charge"] = latest!.Id;
        if (latest is not null && intent.Trouble is null) json["payment_method"] = PaymentMethodShape.Of(latest);
        return json;
    }

    /// <summary>Where the bank asks. A shop that uses the hosted page never sends anybody there itself.</summary>
    private static JsonObject Redirect(Intent intent) =>
        intent.SessionId.Length == 0
            ? new JsonObject { ["type"] = "use_stripe_sdk", ["use_stripe_sdk"] = new JsonObject() }
            : new JsonObject
            {
                ["type"] = "redirect_to_url",
                ["redirect_to_url"] = new JsonObject
                {
                    ["return_url"] = null,
                    ["url"] = $"{StripeSimulatorEndpoints.Root}/checkout/{intent.SessionId}/challenge",
                },
            };

    private static bool IsEndedBySession(Intent intent) => intent.Status == IntentStatus.Canceled && intent.SessionId.Length > 0;

    private static string? Descriptor(Charge charge, JsonElement data) =>
        charge.Card.Kind == PaidWith.ByCard ? data.Text("statement_descriptor_suffix") ?? data.Text("statement_descriptor") : null;

    private static JsonObject Outcome(Charge charge) => charge.Decline is { } decline
        ? new JsonObject
        {
            ["advice_code"] = null,
            ["network_advice_code"] = null,
            ["network_decline_code"] = null,
            ["network_status"] = "declined_by_network",
            ["reason"] = decline.DeclineCode ?? decline.Code,
            ["risk_level"] = "normal",
            ["seller_message"] = "The bank did not approve the payment.",
            ["type"] = "issuer_declined",
        }
        : new JsonObject
        {
            ["advice_code"] = null,
            ["network_advice_code"] = null,
            ["network_decline_code"] = null,
            ["network_status"] = "approved_by_network",
            ["reason"] = null,
            ["risk_level"] = "normal",
            ["seller_message"] = "Payment complete.",
            ["type"] = "authorized",
        };
}
