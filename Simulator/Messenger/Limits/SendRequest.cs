using System.Globalization;
using System.Text;
using System.Text.Json;
using CommerceBot.Simulator.Messenger.Graph;
using static CommerceBot.Simulator.Messenger.Limits.Shapes;

namespace CommerceBot.Simulator.Messenger.Limits;

/// <summary>
/// The body of <c>POST /me/messages</c>, as far as it can be judged without knowing the recipient.
/// Written from Meta's pages alone: the bot's adapter never reads these tables, so that each checks the other.
/// </summary>
internal static class SendRequest
{
    private static readonly Shape Recipient = Object(Must("id", Text()));

    private static readonly Shape Message = All(
        Object(
            May("text", Text(2000)),
            May("attachment", Attachments.Any),
            May("sticker_id", Stickers.Id),
            May("quick_replies", QuickReplies.Row),
            May("metadata", Text(1000))),
        TextOrAttachment);

    private static readonly Field[] Everywhere =
    [
        Must("recipient", Recipient),
        May("access_token", Text()),
        May("appsecret_proof", Text()),
    ];

    private static readonly Shape WithMessage = Object([
        .. Everywhere,
        Must("message", Message),
        Must("messaging_type", OneOf("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY")),
        May("tag", Text()),
        May("notification_type", OneOf("REGULAR", "SILENT_PUSH", "NO_PUSH")),
        May("reply_to", Object(Must("mid", Text()))),
        May("persona_id", Text()),
    ]);

    private static readonly Shape Typing = Action(May("persona_id", Text()));

    private static readonly Shape Seen = Action();

    /// <summary>Any emoji: Meta takes "a valid UTF-8 representation" of one.</summary>
    private static readonly Shape React = Action(Must("payload", Object(
        Must("message_id", Text()),
        Must("reaction", Emoji))));

    private static readonly Shape Unreact = Action(Must("payload", Object(Must("message_id", Text()))));

    private static readonly Shape WithAction = By(
        "sender_action", ("typing_on", Typing), ("typing_off", Typing), ("mark_seen", Seen), ("react", React), ("unreact", Unreact));

    public static GraphError? Check(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
            return GraphError.Bad("The body must be a JSON object");
        var action = body.TryGetProperty("sender_action", out _);
        if (action && body.TryGetProperty("message", out _))
            return GraphError.Bad("Send either message or sender_action, not both");
        return (action ? WithAction(body, "") : WithMessage(body, "")) ?? Tags.Check(body);
    }

    private static Shape Action(params Field[] more) => Object([
        .. Everywhere,
        Must("sender_action", Text()),
        May("messaging_type", OneOf("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY")),
        .. more,
    ]);

    private static GraphError? Emoji(JsonElement value, string path)
    {
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()!.Trim() : "";
        var isEmoji = new StringInfo(text).LengthInTextElements is 1 && text.EnumerateRunes().Any(rune => !rune.IsAscii);
        return isEmoji && !text.EnumerateRunes().Any(Rune.IsLetter) ? null : GraphError.Bad($"Param {path} must be a valid emoji");
    }

    private static GraphError? TextOrAttachment(JsonElement message, string path) =>
        ((string[])["text", "attachment", "sticker_id"]).Count(name => message.TryGetProperty(name, out _)) switch
        {
            0 => GraphError.Bad("Message cannot be empty, must provide valid attachment or text", 2018034),
            1 => null,
            _ => GraphError.Bad($"Only one of text, attachment and sticker_id can be sent in {path}"),
        };
}
