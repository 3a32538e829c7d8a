using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Runtime.Redaction;

/// <summary>Takes card numbers out of the texts and numbers of a JSON value, and out of its names.</summary>
internal static class CardJson
{
    /// <summary>The value without its card numbers; null when it holds none.</summary>
    public static JsonElement? Redact(JsonElement json)
    {
        var digits = 0;
        Count(json, ref digits);
        if (digits < CardBrands.Shortest && !MayHoldCode(json))
            return null;
        var raw = JsonMarshal.GetRawUtf8Value(json);
        var clean = Clean(JsonNode.Parse(raw));
        return JsonNode.DeepEquals(clean, JsonNode.Parse(raw)) ? null : JsonSerializer.SerializeToElement(clean);
    }

    /// <summary>Counts what may be digits, in values that a person may have typed: is it worth the cost of taking the JSON apart?</summary>
    private static void Count(JsonElement json, ref int digits)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    var name = JsonMarshal.GetRawUtf8PropertyName(property);
                    if (IsScalar(property.Value.ValueKind) && IsKey(name))
                        continue;
                    Count(name, ref digits);
                    Count(property.Value, ref digits);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                    Count(item, ref digits);
                break;
            case JsonValueKind.String or JsonValueKind.Number:
                Count(JsonMarshal.GetRawUtf8Value(json), ref digits);
                break;
        }
    }

    /// <summary>Raw JSON: what is escaped or outside ASCII may be a digit of another script.</summary>
    private static void Count(ReadOnlySpan<byte> raw, ref int digits)
    {
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] is (>= (byte)'0' and <= (byte)'9') or >= 0xC0)
                digits++;
            if (raw[at] != '\\')
                continue;
            digits++;
            at += at + 1 < raw.Length && raw[at + 1] == 'u' ? 5 : 1;
        }
    }

    private static bool MayHoldCode(JsonElement json)
    {
        var raw = JsonMarshal.GetRawUtf8Value(json);
        return raw.IndexOfAny("Vv"u8) >= 0 && (raw.IndexOf("cv"u8) >= 0 || raw.IndexOf("CV"u8) >= 0 || raw.IndexOf("Cv"u8) >= 0);
    }

    private static JsonNode? Clean(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                return CleanMap(map);
            case JsonArray list:
                var parts = new CardParts();
                for (var i = 0; i < list.Count; i++)
                {
                    var at = i;
                    if (Replaced(list[i]) is { } clean)
                        list[i] = clean;
                    AddTo(parts, list[i], mark => list[at] = mark);
                }

                parts.Redact();
                return list;
            default:
                return Replaced(node) ?? node;
        }
    }

    private static JsonObject CleanMap(JsonObject map)
    {
        var parts = new CardParts();
        foreach (var (name, value) in map.ToList())
        {
            if (value is JsonValue && IsKey(name))
                continue;
            if (Replaced(value) is { } clean)
                map[name] = clean;
            var kept = CardText.Redact(name);
            if (kept != name)
            {
                var moved = map[name];
                map.Remove(name);
                map[kept] = moved;
            }

            AddTo(parts, map[kept], mark => map[kept] = mark);
        }

        parts.Redact();
        return map;
    }

    /// <summary>What comes in the place of a value; null when it stays, changed inside or not at all.</summary>
    private static JsonValue? Replaced(JsonNode? node)
    {
        if (node is JsonObject or JsonArray)
        {
            Clean(node);
            return null;
        }

        return TextOf(node) is { } text && CardText.Redact(text) is var clean && clean != text ? JsonValue.Create(clean) : null;
    }

    private static void AddTo(CardParts parts, JsonNode? node, Action<string> replace)
    {
        if (TextOf(node) is { } text)
            parts.Add(text, replace);
        else
            parts.Redact();
    }

    private static string? TextOf(JsonNode? node) => node?.GetValueKind() switch
    {
        JsonValueKind.String => node.GetValue<string>(),
        JsonValueKind.Number => node.ToJsonString(),
        _ => null,
    };

    private static bool IsScalar(JsonValueKind kind) => kind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static bool IsKey(string name) => IsKey(System.Text.Encoding.UTF8.GetBytes(name));

    /// <summary>Names whose values a channel makes and a person cannot type.</summary>
    private static bool IsKey(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("id"u8) || name.EndsWith("_id"u8) || name.EndsWith("Id"u8)
        || name.SequenceEqual("mid"u8) || name.SequenceEqual("timestamp"u8) || name.SequenceEqual("time"u8) || name.SequenceEqual("watermark"u8)
        || name.SequenceEqual("seq"u8) || name.SequenceEqual("metadata"u8) || name.SequenceEqual("user_ref"u8);
}
