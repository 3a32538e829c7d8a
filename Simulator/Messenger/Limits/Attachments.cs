using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>What a message carries instead of text: a template, a picture, a sound, a film, a file.</summary>
internal static class Attachments
{
    private static readonly Shape Template = By(
        "template_type",
        ("generic", GenericTemplate.Payload),
        ("button", ButtonTemplate.Payload),
        ("media", MediaTemplate.Payload),
        ("receipt", ReceiptTemplate.Payload));

    /// <summary>The address is never fetched here: a simulator that fetches what it is told to is a way in.</summary>
    private static readonly Shape File = All(
        Object(
            May("url", Values.WebAddress),
            May("attachment_id", UnknownAttachment),
            May("is_reusable", Flag)),
        AnyOf("An attachment needs a url or an attachment_id", "url", "attachment_id"));

    public static readonly Shape Any = By(
        "type",
        ("template", WithPayload(Template)),
        ("image", WithPayload(File)),
        ("audio", WithPayload(File)),
        ("video", WithPayload(File)),
        ("file", WithPayload(File)),
        ("sticker", WithPayload(Stickers.Payload)));

    /// <summary>Nothing can be uploaded to the simulator, so no id is one of ours.</summary>
    public static GraphError? UnknownAttachment(JsonElement value, string path) =>
        GraphError.Bad($"Param {path}: the attachment is invalid or belongs to somebody else", 2018074);

    private static Shape WithPayload(Shape payload) => Object(
        Must("type", Text()),
        Must("payload", payload));
}
