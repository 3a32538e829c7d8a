using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>
/// How an update changes metadata: keys are added or replaced, an empty value takes its key away, an empty whole takes
/// all.
/// </summary>
internal static class MetadataChange
{
    public static JsonElement? Merge(JsonElement? before, JsonElement? change)
    {
        if (change is not { } asked) return before;
        if (asked.ValueKind != JsonValueKind.Object) return null;
        var merged = before is { } kept ? (JsonObject)JsonSerializer.SerializeToNode(kept)! : [];
        foreach (var key in asked.EnumerateObject())
        {
            if (key.Value.GetString() is { Length: > 0 } value) merged[key.Name] = value;
            else merged.Remove(key.Name);
        }
        return JsonSerializer.SerializeToElement(merged);
    }
}
