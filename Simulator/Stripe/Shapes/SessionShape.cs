using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>A checkout session as Stripe's API writes it.</summary>
internal static class SessionShape
{
    /// <summary>Parameters that come back in the answer as they were sent, or as null.</summary>
    private static readonly string[] Echoed =
    [
        "allow_promotion_codes", "allowed_payment_method_types", "billing_address_collection", "cancel_url", "client_reference_id",
        "customer_email", "integration_identifier", "locale", "origin_context", "shipping_address_collection", "submit_type",
        "success_url", "wallet_options",
    ];

    /// <summary>Members that are null in every session here: what they speak of is not simulated.</summary>
    private static readonly string[] AlwaysNull =
    [
        "after_expiration", "client_secret", "currency_conversion", "customer_account", "invoice", "managed_payments", "payment_link",
        "payment_method_configuration_details", "permissions", "recovered_from", "setup_intent", "subscription",
    ];

    public static JsonObject Of(Session session)
    {
        var asked = session.Asked;
        var json = new JsonObject
        {
            ["id"] = session.Id,
            ["object"] = "checkout.session",
            ["adaptive_pricing"] = new JsonObject { ["enabled"] = asked.IsOn("adaptive_pricing", "enabled") },
            ["amount_subtotal"] = session.Subtotal,
            ["amount_total"] = session.Total,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null },
            ["collected_information"] = Collected(session),
            ["consent_collection"] = SessionSettings.Consent(asked),
            ["consent"] = session.TermsAccepted ? new JsonObject { ["promotions"] = null, ["terms_of_service"] = "accepted" } : null,
            ["created"] = session.Created,
            ["currency"] = session.Currency,
            ["custom_fields"] = new JsonArray(),
            ["custom_text"] = CustomText(session),
            ["customer"] = session.CustomerId,
            ["customer_creation"] = asked.Text("customer_creation") ?? "if_required",
            ["customer_details"] = Details(session),
            ["discounts"] = new JsonArray(),
            ["expires_at"] = session.ExpiresAt,
            ["invoice_creation"] = SessionSettings.NoInvoice(),
            ["livemode"] = false,
            ["metadata"] = asked.CopyMetadata("metadata"),
            ["mode"] = "payment",
            ["payment_intent"] = session.Status == SessionStatus.Complete ? session.IntentId : null,
            ["payment_method_collection"] = asked.Text("payment_method_collection") ?? "if_required",
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray([.. session.Methods.Select(method => JsonValue.Create(method))]),
            ["payment_status"] = PaymentWord(session),
            ["phone_number_collection"] = new JsonObject { ["enabled"] = asked.IsOn("phone_number_collection", "enabled") },
            ["saved_payment_method_options"] = SessionSettings.SavedMethods(asked),
            ["shipping_cost"] = session.Delivery is { } delivery ? ShippingCost(delivery) : null,
            ["shipping_options"] = new JsonArray([.. session.Deliveries.Select(ShippingOption)]),
            ["status"] = Word(session.Status),
            ["total_details"] = new JsonObject
            {
                ["amount_discount"] = 0,
                ["amount_shipping"] = session.Delivery?.Amount ?? 0,
                ["amount_tax"] = 0,
            },
            ["ui_mode"] = "hosted_page",
            ["url"] = session.Status == SessionStatus.Open ? session.Url : null,
        };
        foreach (var name in Echoed) json[name] = asked.Copy(name);
        foreach (var name in AlwaysNull) json[name] = null;
        SessionSettings.AddWhatWasAsked(json, asked);
        return json;
    }

    public static JsonObject LineItem(Session session, Line line) => new()
    {
        ["id"] = line.Id,
        ["object"] = "item",
        ["adjustable_quantity"] = null,
        ["amount_discount"] = 0,
        ["amount_subtotal"] = line.Total,
        ["amount_tax"] = 0,
        ["amount_total"] = line.Total,
        ["currency"] = session.Currency,
        ["description"] = line.Name,
        ["metadata"] = line.Asked.CopyMetadata("metadata"),
        ["price"] = PriceShape.Of(session, line),
        ["quantity"] = line.Quantity,
    };

    public static string Word(SessionStatus status) => status switch
    {
        SessionStatus.Open => "open",
        SessionStatus.Complete => "complete",
        _ => "expired",
    };

    public static string PaymentWord(Session session) => session.Paid ? "paid" : "unpaid";

    private static JsonObject CustomText(Session session)
    {
        var json = new JsonObject();
        foreach (var place in (string[])["after_submit", "shipping_address", "submit", "terms_of_service_acceptance"])
            json[place] = session.Asked.Copy("custom_text", place);
        return json;
    }

    private static JsonObject? Details(Session session)
    {
        var email = session.Payer?.Email ?? session.Asked.Text("customer_email");
        if (email is null) return null;
        return new JsonObject
        {
            ["address"] = session.Payer is { } payer ? AddressShape.Of(payer.Address) : null,
            ["business_name"] = null,
            ["email"] = email,
            ["individual_name"] = null,
            ["name"] = session.Payer?.Name,
            ["phone"] = session.Payer?.Phone,
            ["tax_exempt"] = session.Payer is null ? null : "none",
            ["tax_ids"] = session.Payer is null ? null : new JsonArray(),
        };
    }

    private static JsonObject? Collected(Session session) => session.Payer is not { ShipTo: { } shipTo } payer
        ? null
        : new JsonObject
        {
            ["business_name"] = null,
            ["individual_name"] = null,
            ["shipping_details"] = new JsonObject { ["name"] = payer.ShipToName, ["address"] = AddressShape.Of(shipTo) },
        };

    private static JsonObject ShippingCost(Delivery delivery) => new()
    {
        ["amount_subtotal"] = delivery.Amount, ["amount_tax"] = 0, ["amount_total"] = delivery.Amount, ["shipping_rate"] = delivery.RateId,
    };

    private static JsonObject ShippingOption(Delivery delivery) =>
        new() { ["shipping_amount"] = delivery.Amount, ["shipping_rate"] = delivery.RateId };
}
