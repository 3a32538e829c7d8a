using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime.Redaction;

/// <summary>
/// Takes card numbers out of what a person typed, before anything is stored or logged (PCI SSC FAQ 1157: any disk write
/// counts as storing). Ids, keys, times and accounts are never touched.
/// </summary>
internal static class CardNumbers
{
    private const int Deepest = 64;

    public static void Redact(Activity activity)
    {
        activity.Text = Clean(activity.Text);
        activity.Speak = Clean(activity.Speak);
        activity.Summary = Clean(activity.Summary);
        activity.Name = Clean(activity.Name);
        activity.Label = Clean(activity.Label);
        activity.Value = Clean(activity.Value);
        activity.ChannelData = Clean(activity.ChannelData);
        foreach (var attachment in activity.Attachments ?? [])
        {
            attachment.Name = Clean(attachment.Name);
            attachment.Content = Clean(attachment.Content);
        }
    }

    private static string? Clean(string? text) => text is null ? null : CardText.Redact(text);

    private static object? Clean(object? value) => value switch
    {
        string text => CardText.Redact(text),
        JsonElement json when MayHoldCard(json, 0) => JsonSerializer.SerializeToElement(Clean(JsonNode.Parse(JsonMarshal.GetRawUtf8Value(json)), null)),
        _ => value,
    };

    /// <summary>Whether any value is worth the cost of taking the JSON apart.</summary>
    private static bool MayHoldCard(JsonElement json, int depth)
    {
        if (depth > Deepest)
            return true;
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    if (MayHoldCard(property.Value, depth + 1) && !IsKey(property.Name))
                        return true;
                }

                return false;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    if (MayHoldCard(item, depth + 1))
                        return true;
                }

                return false;
            case JsonValueKind.String:
                return MayHoldDigits(JsonMarshal.GetRawUtf8Value(json)) && CardText.MayHoldCard(json.GetString());
            case JsonValueKind.Number:
                return MayHoldDigits(JsonMarshal.GetRawUtf8Value(json));
            default:
                return false;
        }
    }

    /// <summary>Raw JSON: escaped signs may be digits of another script.</summary>
    private static bool MayHoldDigits(ReadOnlySpan<byte> raw)
    {
        var digits = 0;
        foreach (var sign in raw)
        {
            if (sign >= 0x80 || sign == '\\')
                return true;
            if (sign is >= (byte)'0' and <= (byte)'9')
                digits++;
        }

        return digits >= CardBrands.Shortest;
    }

    private static JsonNode? Clean(JsonNode? node, string? name)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var (key, value) in map.ToList())
                {
                    if (value is JsonValue && !IsKey(key))
                        map[key] = Clean(value.DeepClone(), key);
                    else if (value is not JsonValue)
                        Clean(value, key);
                }

                return map;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++)
                {
                    if (list[i] is JsonValue item)
                        list[i] = Clean(item.DeepClone(), name);
                    else
                        Clean(list[i], name);
                }

                return list;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return CardText.Redact(value.GetValue<string>());
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                var number = value.ToJsonString();
                return CardText.Redact(number) is var clean && clean == number ? value : clean;
            default:
                return node;
        }
    }

    /// <summary>Names whose values a channel makes and a person cannot type.</summary>
    private static bool IsKey(string name) =>
        name is "id" or "mid" or "mids" or "timestamp" or "time" or "watermark" or "seq" or "metadata" or "user_ref" or "sticker_id" or "app_id" or "appId"
        || name.EndsWith("_id", StringComparison.Ordinal) || name.EndsWith("Id", StringComparison.Ordinal);
}
