using System.Globalization;
using System.Text.Json;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// Reads of JSON whose types cannot be relied on: Meta writes ids as text and as numbers, times in seconds,
/// milliseconds and text.
/// </summary>
internal static class LooseJson
{
    private const long FirstMillisecondStamp = 1_000_000_000_000;

    public static JsonElement Member(this JsonElement from, ReadOnlySpan<byte> name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member) ? member : default;

    /// <summary>Every value under the name: JSON lets one come twice.</summary>
    public static IEnumerable<JsonElement> Members(this JsonElement from, ReadOnlySpan<byte> name)
    {
        if (from.ValueKind != JsonValueKind.Object)
            return [];
        var found = new List<JsonElement>(1);
        foreach (var member in from.EnumerateObject())
        {
            if (member.NameEquals(name))
                found.Add(member.Value);
        }

        return found;
    }

    public static string? Text(this JsonElement from, ReadOnlySpan<byte> name) => from.Member(name).AsText();

    public static bool IsTrue(this JsonElement from, ReadOnlySpan<byte> name) =>
        from.Member(name) is var value
        && (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.ValueEquals("true"u8)));

    /// <summary>Text and numbers as text; everything else, and empty text, is nothing.</summary>
    public static string? AsText(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    public static DateTimeOffset? AsTime(this JsonElement value)
    {
        if (value.AsText() is not { } text)
            return null;

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stamp))
            return FromStamp(stamp);

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
    }

    private static DateTimeOffset? FromStamp(decimal stamp)
    {
        var milliseconds = Math.Abs(stamp) < FirstMillisecondStamp ? stamp * 1000 : stamp;
        return milliseconds > 0 && milliseconds <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds)
            : null;
    }
}
