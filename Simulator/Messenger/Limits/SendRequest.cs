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
    ]);

    private static readonly Shape WithAction = Object([
        .. Everywhere,
        Must("sender_action", OneOf("typing_on", "typing_off", "mark_seen")),
        May("messaging_type", OneOf("RESPONSE", "UPDATE", "MESSAGE_TAG", "UTILITY")),
    ]);

    public static GraphError? Check(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
            return GraphError.Bad("The body must be a JSON object");
        var action = body.TryGetProperty("sender_action", out _);
        if (action && body.TryGetProperty("message", out _))
            return GraphError.Bad("Send either message or sender_action, not both");
        return (action ? WithAction(body, "") : WithMessage(body, "")) ?? Tags.Check(body);
    }

    private static GraphError? TextOrAttachment(JsonElement message, string path)
    {
        var text = message.TryGetProperty("text", out _);
        var attachment = message.TryGetProperty("attachment", out _);
        return (text, attachment) switch
        {
            (true, true) => GraphError.Bad($"Only one of text and attachment can be sent in {path}"),
            (false, false) => GraphError.Bad("Message cannot be empty, must provide valid attachment or text", 2018034),
            _ => null,
        };
    }
}
