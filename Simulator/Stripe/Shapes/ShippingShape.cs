using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>Addresses that a shop sent as parameters: what it left out is null in the answer.</summary>
internal static class ShippingShape
{
    private static readonly string[] AddressParts = ["city", "country", "line1", "line2", "postal_code", "state"];
    private static readonly string[] Others = ["carrier", "name", "phone", "tracking_number"];

    /// <summary>Null when there is no such parameter.</summary>
    public static JsonObject? Of(JsonElement asked, string name)
    {
        if (asked.At(name) is not { } shipping) return null;
        var json = Whole(shipping, Others);
        json["address"] = Address(shipping, "address");
        return json;
    }

    /// <summary>Null when there is no such parameter.</summary>
    public static JsonObject? Address(JsonElement asked, string name) =>
        asked.At(name) is { ValueKind: JsonValueKind.Object } address ? Whole(address, AddressParts) : null;

    private static JsonObject Whole(JsonElement asked, string[] names)
    {
        var json = new JsonObject();
        foreach (var name in names) json[name] = asked.Copy(name);
        return json;
    }
}
