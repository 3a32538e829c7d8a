using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>A checkout session as Stripe's API writes it.</summary>
internal static class SessionShape
{
    /// <summary>Parameters that come back in the answer as they were sent.</summary>
    private static readonly string[] Echoed =
    [
        "billing_address_collection", "cancel_url", "client_reference_id", "consent_collection", "customer_email",
        "integration_identifier", "locale", "name_collection", "origin_context", "saved_payment_method_options",
        "shipping_address_collection", "submit_type", "success_url", "wallet_options", "allowed_payment_method_types",
        "excluded_payment_method_types",
    ];

    public static JsonObject Of(Session session)
    {
        var asked = session.Asked;
        var json = new JsonObject
        {
            ["id"] = session.Id,
            ["object"] = "checkout.session",
            ["adaptive_pricing"] = new JsonObject { ["enabled"] = asked.IsOn("adaptive_pricing", "enabled") },
            ["after_expiration"] = null,
            ["allow_promotion_codes"] = asked.Copy("allow_promotion_codes"),
            ["amount_subtotal"] = session.Subtotal,
            ["amount_total"] = session.Total,
            ["automatic_tax"] = new JsonObject { ["enabled"] = false, ["liability"] = null, ["provider"] = null, ["status"] = null },
            ["branding_settings"] = asked.Copy("branding_settings"),
            ["client_secret"] = null,
            ["collected_information"] = Collected(session),
            ["consent"] = session.TermsAccepted ? new JsonObject { ["promotions"] = null, ["terms_of_service"] = "accepted" } : null,
            ["created"] = session.Created,
            ["currency"] = session.Currency,
            ["currency_conversion"] = null,
            ["custom_fields"] = new JsonArray(),
            ["custom_text"] = CustomText(session),
            ["customer"] = session.CustomerId,
            ["customer_creation"] = asked.Text("customer_creation") ?? "if_required",
            ["customer_details"] = Details(session),
            ["discounts"] = new JsonArray(),
            ["expires_at"] = session.ExpiresAt,
            ["invoice"] = null,
            ["invoice_creation"] = new JsonObject { ["enabled"] = false, ["invoice_data"] = new JsonObject { ["metadata"] = new JsonObject() } },
            ["livemode"] = false,
            ["metadata"] = asked.CopyMetadata("metadata"),
            ["mode"] = "payment",
            ["payment_intent"] = session.Status == SessionStatus.Complete ? session.IntentId : null,
            ["payment_link"] = null,
            ["payment_method_collection"] = asked.Text("payment_method_collection") ?? "if_required",
            ["payment_method_options"] = new JsonObject(),
            ["payment_method_types"] = new JsonArray([.. session.Methods.Select(method => JsonValue.Create(method))]),
            ["payment_status"] = PaymentWord(session),
            ["permissions"] = null,
            ["phone_number_collection"] = new JsonObject { ["enabled"] = asked.IsOn("phone_number_collection", "enabled") },
            ["presentment_details"] = null,
            ["recovered_from"] = null,
            ["setup_intent"] = null,
            ["shipping_cost"] = session.Delivery is { } delivery ? ShippingCost(delivery) : null,
            ["shipping_options"] = new JsonArray([.. session.Deliveries.Select(ShippingOption)]),
            ["status"] = Word(session.Status),
            ["subscription"] = null,
            ["total_details"] = new JsonObject { ["amount_discount"] = 0, ["amount_shipping"] = session.Delivery?.Amount ?? 0, ["amount_tax"] = 0 },
            ["ui_mode"] = "hosted_page",
            ["url"] = session.Status == SessionStatus.Open ? session.Url : null,
        };
        foreach (var name in Echoed) json[name] = asked.Copy(name);
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
        ["price"] = new JsonObject
        {
            ["id"] = line.PriceId,
            ["object"] = "price",
            ["active"] = false,
            ["billing_scheme"] = "per_unit",
            ["created"] = session.Created,
            ["currency"] = session.Currency,
            ["livemode"] = false,
            ["metadata"] = new JsonObject(),
            ["product"] = line.ProductId,
            ["tax_behavior"] = line.Asked.Text("price_data", "tax_behavior") ?? "unspecified",
            ["type"] = "one_time",
            ["unit_amount"] = line.UnitAmount,
            ["unit_amount_decimal"] = line.UnitAmount.ToString(System.Globalization.CultureInfo.InvariantCulture),
        },
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
