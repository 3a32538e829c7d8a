using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Assistant;

/// <summary>
/// The simulator's own rule, for it understands nothing: of a list of values it takes the one that the question names first, or else the
/// last of the list; what may be null is null.
/// </summary>
internal static class SchemaAnswer
{
    public static string Write(JsonElement? schema, string question) =>
        schema is { } wanted ? Fill(wanted, question)?.ToJsonString() ?? "null" : "This is a simulator for a language model.";

    private static JsonNode? Fill(JsonElement schema, string question)
    {
        if (schema.TryGetProperty("enum", out var values) && values.ValueKind == JsonValueKind.Array && values.GetArrayLength() > 0)
            return JsonValue.Create(Choose([.. values.EnumerateArray().Select(value => value.ToString())], question));
        return TypeOf(schema) switch
        {
            "object" => new JsonObject(schema.GetProperty("properties").EnumerateObject()
                .Select(property => KeyValuePair.Create(property.Name, Fill(property.Value, question)))),
            "array" => new JsonArray(),
            "string" => JsonValue.Create(""),
            "integer" or "number" => JsonValue.Create(0),
            "boolean" => JsonValue.Create(false),
            _ => null,
        };
    }

    private static string Choose(string[] values, string question) =>
        values
            .Select(value => (Value: value, At: PlaceOf(value, question)))
            .Where(each => each.At >= 0)
            .OrderBy(each => each.At)
            .Select(each => each.Value)
            .FirstOrDefault(values[^1]);

    /// <summary>Where a value stands in quotes, unless it is the name of a JSON property there.</summary>
    private static int PlaceOf(string value, string question) =>
        question.Replace($"\"{value}\":", "", StringComparison.Ordinal).IndexOf($"\"{value}\"", StringComparison.Ordinal);

    /// <summary>Null for a value that may be null.</summary>
    private static string? TypeOf(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
}
