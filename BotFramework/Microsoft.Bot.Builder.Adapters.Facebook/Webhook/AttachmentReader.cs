using System.Text.Json;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// What came with a message. ContentType is Messenger's word for it (image, audio, video, file, sticker, location,
/// template, fallback).
/// </summary>
internal static class AttachmentReader
{
    public static List<Attachment> Read(JsonElement message)
    {
        var found = new List<Attachment>();
        var list = message.Member("attachments"u8);
        if (list.ValueKind != JsonValueKind.Array)
            return found;

        HashSet<string>? stickers = null;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object)
                continue;

            var payload = item.Member("payload"u8);
            var sticker = payload.Text("sticker_id"u8);
            // One tap on a sticker comes as a sticker and, from older apps' point of view, as an image too.
            if (sticker is null || (stickers ??= []).Add(sticker))
                found.Add(One(item, payload, sticker is null ? item.Text("type"u8) ?? "unknown" : "sticker"));
        }

        return found;
    }

    private static Attachment One(JsonElement item, JsonElement payload, string type) => new()
    {
        ContentType = type,
        ContentUrl = payload.Text("url"u8) ?? item.Text("url"u8) ?? item.Text("URL"u8),
        Content = payload.ValueKind == JsonValueKind.Object ? payload : item,
        Name = item.Text("title"u8) ?? payload.Text("title"u8),
    };
}
