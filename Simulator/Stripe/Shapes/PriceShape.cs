using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>The price that Stripe makes of a line's <c>price_data</c>.</summary>
internal static class PriceShape
{
    public static JsonObject Of(Session session, Line line) => new()
    {
        ["id"] = line.PriceId,
        ["object"] = "price",
        ["active"] = false,
        ["billing_scheme"] = "per_unit",
        ["created"] = session.Created,
        ["currency"] = session.Currency,
        ["custom_unit_amount"] = null,
        ["livemode"] = false,
        ["lookup_key"] = null,
        ["metadata"] = new JsonObject(),
        ["nickname"] = null,
        ["product"] = line.ProductId,
        ["recurring"] = null,
        ["tax_behavior"] = line.Asked.Text("price_data", "tax_behavior") ?? "unspecified",
        ["tiers_mode"] = null,
        ["transform_quantity"] = null,
        ["type"] = "one_time",
        // A price with a part of a minor unit has no whole amount: https://docs.stripe.com/api/prices/object (2026-11-27).
        ["unit_amount"] = line.UnitDecimal is null ? line.UnitAmount : null,
        ["unit_amount_decimal"] = line.UnitText,
    };
}
