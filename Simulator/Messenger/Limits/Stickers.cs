using System.Globalization;
using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>
/// A sticker of Meta's, sent by its number. The catalogue is Meta's alone: any number that could be one is taken. (Messenger
/// Platform, Sticker API, June 2026)
/// </summary>
internal static class Stickers
{
    public static readonly Shape Id = (value, path) => Number(value) is null
        ? GraphError.Bad($"Param {path} must be the id of a sticker")
        : null;

    public static readonly Shape Payload = Object(Must("sticker_id", Id));

    /// <summary>The sticker of a message that was judged already; null when it has none.</summary>
    public static long? IdOf(JsonElement message)
    {
        if (message.TryGetProperty("sticker_id", out var own))
            return Number(own);
        return message.TryGetProperty("attachment", out var attachment)
            && attachment.GetProperty("payload").TryGetProperty("sticker_id", out var inside) ? Number(inside) : null;
    }

    private static long? Number(JsonElement value)
    {
        var text = value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : "";
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id >= 1_000_000_000 ? id : null;
    }
}
