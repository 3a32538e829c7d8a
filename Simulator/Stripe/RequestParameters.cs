using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Stripe;

/// <summary>Reads parameters that the rules have checked already.</summary>
internal static class RequestParameters
{
    public static JsonElement? At(this JsonElement asked, params ReadOnlySpan<string> path)
    {
        var here = asked;
        foreach (var name in path)
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here)) return null;
        }
        return here;
    }

    public static string? Text(this JsonElement asked, params ReadOnlySpan<string> path) => asked.At(path)?.GetString();

    public static long? Whole(this JsonElement asked, params ReadOnlySpan<string> path) => asked.At(path)?.GetInt64();

    public static bool IsOn(this JsonElement asked, params ReadOnlySpan<string> path) => asked.At(path)?.GetBoolean() ?? false;

    public static IEnumerable<JsonElement> Items(this JsonElement asked, params ReadOnlySpan<string> path) =>
        asked.At(path) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>A copy to put into an answer.</summary>
    public static JsonNode? Copy(this JsonElement asked, params ReadOnlySpan<string> path) =>
        asked.At(path) is { } found ? JsonSerializer.SerializeToNode(found) : null;

    /// <summary>Metadata is an object in every answer, empty or not.</summary>
    public static JsonNode CopyMetadata(this JsonElement asked, params ReadOnlySpan<string> path) =>
        asked.Copy(path) ?? new JsonObject();
}
