using System.Text.Json;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// What a bot asks for in an activity's ChannelData, in Messenger's own words. A <c>message</c> there, or an
/// <c>attachment</c> or <c>quick_replies</c> on their own as Azure Bot Service takes them, is sent as it is.
/// What is not Messenger's is left out: other channels' data may stand beside it.
/// </summary>
internal sealed record MessengerChannelData
{
    private static readonly string[] PassedOn = ["reply_to", "thread_control"];

    public FacebookBotUser? Recipient { get; init; }
    public Message? Message { get; init; }
    public string? MessagingType { get; init; }
    public string? Tag { get; init; }
    public string? NotificationType { get; init; }
    public string? PersonaId { get; init; }
    public string? SenderAction { get; init; }
    public Dictionary<string, JsonElement>? More { get; init; }

    /// <summary>Nothing of the activity itself is sent.</summary>
    public bool SaysItAll => Message is not null || SenderAction is not null;

    public static MessengerChannelData? Of(object? channelData)
    {
        var data = BotValues.AsJson(channelData);
        if (data.ValueKind != JsonValueKind.Object)
            return null;

        var recipient = data.Member("recipient"u8);
        return new()
        {
            Recipient = recipient.ValueKind == JsonValueKind.Object && recipient.EnumerateObject().Any()
                ? recipient.Deserialize(FacebookJson.Plain.FacebookBotUser) : null,
            Message = MessageOf(data),
            MessagingType = data.Text("messaging_type"u8),
            Tag = data.Text("tag"u8),
            NotificationType = data.Text("notification_type"u8),
            PersonaId = data.Text("persona_id"u8),
            SenderAction = data.Text("sender_action"u8),
            More = PassedOn.Where(name => data.TryGetProperty(name, out _)).ToDictionary(name => name, name => data.GetProperty(name)),
        };
    }

    private static Message? MessageOf(JsonElement data)
    {
        var message = data.Member("message"u8);
        if (message.ValueKind == JsonValueKind.Object)
            return message.Deserialize(FacebookJson.Plain.Message);

        var attachment = data.Member("attachment"u8);
        var replies = data.Member("quick_replies"u8);
        if (attachment.ValueKind != JsonValueKind.Object && replies.ValueKind != JsonValueKind.Array)
            return null;

        var bare = new Message
        {
            Text = data.Text("text"u8),
            Attachment =
                attachment.ValueKind == JsonValueKind.Object ? attachment.Deserialize(FacebookJson.Plain.FacebookAttachment) : null,
        };
        if (replies.ValueKind == JsonValueKind.Array)
            bare.QuickReplies.AddRange(
                replies.EnumerateArray().Select(one => one.Deserialize(FacebookJson.Plain.FacebookQuickReply)).OfType<FacebookQuickReply>()
            );
        return bare;
    }
}
