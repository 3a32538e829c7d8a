using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Messenger.People;

namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>Tells the bot what happened, each event in Meta's form.</summary>
internal sealed class Events(WebhookPost post, SimulatorState world, SimulatorSecrets secrets, TimeProvider time)
{
    /// <summary>Messenger's thumb, blue and small.</summary>
    public const long LikeSticker = 369239263222822;

    public bool Message(Shopper shopper, Entry entry)
    {
        var message = new JsonObject { ["mid"] = entry.Mid, ["text"] = entry.Text };
        if (entry.Payload is not null)
            message["quick_reply"] = new JsonObject { ["payload"] = entry.Payload };
        return FromShopper("messages", shopper, "message", message, entry);
    }

    public bool Like(Shopper shopper, Entry entry, Uri picture) => FromShopper("messages", shopper, "message", new JsonObject
    {
        ["mid"] = entry.Mid,
        ["attachments"] = new JsonArray(Sticker(LikeSticker, picture)),
    }, entry);

    public bool Postback(Shopper shopper, Entry entry) => FromShopper("messaging_postbacks", shopper, "postback", new JsonObject
    {
        ["mid"] = entry.Mid,
        ["title"] = entry.Text,
        ["payload"] = entry.Payload,
    }, entry);

    /// <summary>What the Page said, told back to the app: the only receipt that there is for a send.</summary>
    public void Echo(Shopper shopper, Entry entry)
    {
        var sent = entry.Message!.Value;
        var message = new JsonObject
        {
            ["mid"] = entry.Mid,
            ["is_echo"] = true,
            ["app_id"] = long.Parse(secrets.FacebookAppId, CultureInfo.InvariantCulture),
        };
        if (sent.TryGetProperty("metadata", out var metadata))
            message["metadata"] = metadata.GetString();
        if (sent.TryGetProperty("text", out var text))
            message["text"] = text.GetString();
        if (sent.TryGetProperty("attachment", out var attachment))
            message["attachments"] = new JsonArray(JsonNode.Parse(attachment.GetRawText()));
        if (Limits.Stickers.IdOf(sent) is { } sticker)
            message["attachments"] = new JsonArray(Sticker(sticker));
        post.Send("message_echoes", shopper.Psid, new JsonObject
        {
            ["sender"] = Id(world.PageId),
            ["recipient"] = Id(shopper.Psid),
            ["timestamp"] = entry.At,
            ["message"] = message,
        });
    }

    public void Delivered(Shopper shopper, Entry entry) => FromShopper("message_deliveries", shopper, "delivery", new JsonObject
    {
        ["mids"] = new JsonArray(entry.Mid),
        ["watermark"] = entry.At,
    });

    public void Read(Shopper shopper) => FromShopper("message_reads", shopper, "read", new JsonObject
    {
        ["watermark"] = time.GetUtcNow().ToUnixTimeMilliseconds(),
    });

    /// <summary>
    /// Any event that a test makes up, completed with sender, recipient and time when it lacks them. It opens the window if
    /// Meta's would.
    /// </summary>
    public bool Raw(Conversation conversation, JsonElement messaging)
    {
        var shopper = conversation.Shopper;
        var made = JsonNode.Parse(messaging.GetRawText())!.AsObject();
        made["sender"] ??= Id(shopper.Psid);
        made["recipient"] ??= Id(world.PageId);
        made["timestamp"] ??= time.GetUtcNow().ToUnixTimeMilliseconds();
        if (WindowOpening.Of(made, shopper.Psid, time.GetUtcNow()) is { } opened)
        {
            conversation.NoteAction(opened);
            world.Remember();
        }

        return post.Send(WebhookFields.Of(made), shopper.Psid, made);
    }

    private static JsonObject Sticker(long id, Uri? picture = null)
    {
        var payload = new JsonObject { ["sticker_id"] = id };
        if (picture is not null)
            payload["url"] = picture.AbsoluteUri;
        return new JsonObject { ["type"] = "sticker", ["payload"] = payload };
    }

    private bool FromShopper(string field, Shopper shopper, string name, JsonObject content, Entry? entry = null) =>
        post.Send(field, shopper.Psid, new JsonObject
        {
            ["sender"] = Id(shopper.Psid),
            ["recipient"] = Id(world.PageId),
            ["timestamp"] = entry?.At ?? time.GetUtcNow().ToUnixTimeMilliseconds(),
            [name] = content,
        }, entry?.Mid);

    private static JsonObject Id(string id) => new() { ["id"] = id };
}
