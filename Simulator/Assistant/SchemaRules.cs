using System.Text.Json;
using System.Text.RegularExpressions;

namespace CommerceBot.Simulator.Assistant;

/// <summary>
/// What OpenAI demands of a schema for structured output (platform.openai.com/docs/guides/structured-outputs, read November 2026).
/// </summary>
internal static partial class SchemaRules
{
    private const int MostDepth = 10;

    /// <exception cref="OpenAiError">What the API would say.</exception>
    public static JsonElement Read(JsonElement format)
    {
        if (!format.TryGetProperty("json_schema", out var named) || named.ValueKind != JsonValueKind.Object)
            throw OpenAiError.Missing("response_format.json_schema");
        if (!named.TryGetProperty("name", out var name) || name.ValueKind != JsonValueKind.String)
            throw OpenAiError.Missing("response_format.json_schema.name");
        if (!Name().IsMatch(name.GetString()!))
            throw new OpenAiError(
                400, "Invalid 'response_format.json_schema.name': string does not match pattern '^[a-zA-Z0-9_-]+$'.", "invalid_value",
                "response_format.json_schema.name");
        if (!named.TryGetProperty("schema", out var schema) || schema.ValueKind != JsonValueKind.Object)
            throw OpenAiError.Missing("response_format.json_schema.schema");
        if (named.TryGetProperty("strict", out var strict) && strict.ValueKind == JsonValueKind.True)
        {
            if (!IsObject(schema))
                throw Wrong(name, "()", "schema must be a JSON Schema of 'type: \"object\"'");
            Check(schema, name, "()", 0);
        }

        return schema;
    }

    private static void Check(JsonElement schema, JsonElement name, string context, int depth)
    {
        if (depth > MostDepth)
            throw Wrong(name, context, $"schemas may have up to {MostDepth} levels of nesting");
        if (schema.ValueKind != JsonValueKind.Object)
            throw Wrong(name, context, "a schema must be an object");
        if (schema.TryGetProperty("items", out var items))
            Check(items, name, $"{context}.items", depth + 1);
        if (!IsObject(schema))
            return;
        if (!schema.TryGetProperty("additionalProperties", out var more) || more.ValueKind != JsonValueKind.False)
            throw Wrong(name, context, "'additionalProperties' is required to be supplied and to be false");
        var required = schema.TryGetProperty("required", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(each => each.ToString()).ToHashSet(StringComparer.Ordinal)
            : [];
        if (!schema.TryGetProperty("properties", out var properties) || properties.ValueKind != JsonValueKind.Object)
            throw Wrong(name, context, "'properties' is required to be supplied");
        foreach (var property in properties.EnumerateObject())
        {
            if (!required.Contains(property.Name))
                throw Wrong(
                    name, context, "'required' is required to be supplied and to be an array including every key in properties. "
                    + $"Missing '{property.Name}'");
            Check(property.Value, name, $"{context}.{property.Name}", depth + 1);
        }
    }

    private static bool IsObject(JsonElement schema) =>
        schema.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String && type.GetString() == "object";

    private static OpenAiError Wrong(JsonElement name, string context, string problem) =>
        new(400, $"Invalid schema for response_format '{name}': In context={context}, {problem}.", null, "response_format");

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex Name();
}
