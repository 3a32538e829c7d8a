using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>The confirmation of a purchase that has already happened.</summary>
internal static class ReceiptTemplate
{
    private static readonly Shape Line = Object(
        Must("title", Text()),
        May("subtitle", Text()),
        May("quantity", Values.Count),
        Must("price", Values.Price),
        May("currency", Values.Currency),
        May("image_url", Values.WebAddress));

    private static readonly Shape Address = All(
        Object(
            Must("street_1", Text()),
            May("street_2", Text(min: 0)),
            Must("city", Text()),
            Must("postal_code", Text()),
            Must("state", Text(min: 0)),
            Must("country", Values.Country)),
        AmericanStates);

    private static readonly Shape Summary = Object(
        May("subtotal", Values.Price),
        May("shipping_cost", Values.Price),
        May("total_tax", Values.Price),
        Must("total_cost", Values.Price));

    private static readonly Shape Adjustment = Object(
        Must("name", Text()),
        Must("amount", Values.Amount));

    public static readonly Shape Payload = Object(
        Must("template_type", Text()),
        Must("recipient_name", Text()),
        May("merchant_name", Text()),
        Must("order_number", Text()),
        Must("currency", Values.Currency),
        Must("payment_method", Text()),
        May("order_url", Values.WebAddress),
        May("timestamp", Values.Timestamp),
        May("elements", List(0, 100, Line)),
        May("address", Address),
        Must("summary", Summary),
        May("adjustments", List(0, 100, Adjustment)),
        May("sharable", Flag));

    /// <summary>"The state abbreviation for U.S. addresses, or the region/province": elsewhere it may be empty.</summary>
    private static GraphError? AmericanStates(JsonElement address, string path) =>
        address.GetProperty("country").GetString()!.Equals("US", StringComparison.OrdinalIgnoreCase)
            ? Text(2)(address.GetProperty("state"), Inner(path, "state"))
            : null;
}
