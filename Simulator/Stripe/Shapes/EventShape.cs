using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

internal static class EventShape
{
    /// <summary>The version whose shapes this simulator writes, and that Stripe.net 53.1 asks for.</summary>
    public const string ApiVersion = "2026-10-28.endive";

    public static JsonObject Of(StripeEvent raised, bool undelivered) => new()
    {
        ["id"] = raised.Id,
        ["object"] = "event",
        ["api_version"] = ApiVersion,
        ["created"] = raised.Created,
        ["data"] = Data(raised),
        ["livemode"] = false,
        ["pending_webhooks"] = undelivered ? 1 : 0,
        ["request"] = new JsonObject { ["id"] = raised.RequestId, ["idempotency_key"] = raised.IdempotencyKey },
        ["type"] = raised.Type,
    };

    private static JsonObject Data(StripeEvent raised)
    {
        var data = new JsonObject { ["object"] = JsonSerializer.SerializeToNode(raised.Object) };
        if (raised.Previous is { } previous) data["previous_attributes"] = JsonSerializer.SerializeToNode(previous);
        return data;
    }
}
