using System.Runtime.InteropServices;
using System.Text.Json;

namespace CommerceBot.Runtime.Redaction;

/// <summary>
/// Takes card numbers out of the texts and numbers of a JSON value, and out of its names, at any depth. It walks along the
/// bytes once and changes only what it must, so names that come twice are no trouble, and all else stays to the byte.
/// </summary>
internal static class CardJson
{
    /// <summary>As deep as the value goes: whoever took it in has said how deep that may be.</summary>
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary>The value without its card numbers; null when it holds none.</summary>
    /// <param name="place">Of the value itself.</param>
    public static JsonElement? Redact(JsonElement json, CardPlace place = CardPlace.Typed, CardSteps? steps = null)
    {
        if (json.ValueKind == JsonValueKind.Undefined)
            return null;
        var raw = JsonMarshal.GetRawUtf8Value(json);
        if (!MayHoldCard(raw))
            return null;
        var walk = new CardJsonWalk(place, steps);
        return walk.Run(raw) is { } clean ? JsonElement.Parse(clean, new JsonDocumentOptions { MaxDepth = int.MaxValue }) : null;
    }

    /// <summary>Cheap: whether there are digits enough where a person may have typed, or a security code's label.</summary>
    private static bool MayHoldCard(ReadOnlySpan<byte> raw)
    {
        var reader = new Utf8JsonReader(raw, AnyDepth);
        var (digits, place) = (0, CardPlace.Typed);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
                place = CardNames.PlaceOf(reader.ValueSpan);
            var typed = place != CardPlace.Id && reader.TokenType is JsonTokenType.String or JsonTokenType.Number;
            if (typed || reader.TokenType == JsonTokenType.PropertyName)
                Count(reader.ValueSpan, ref digits);
            if (digits >= CardBrands.Shortest)
                return true;
        }

        return raw.IndexOfAny("Vv"u8) >= 0
            && (raw.IndexOf("cv"u8) >= 0 || raw.IndexOf("CV"u8) >= 0 || raw.IndexOf("Cv"u8) >= 0 || raw.IndexOf("cV"u8) >= 0);
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
}
