using System.Globalization;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A point in a conversation, enough to speak there again later.</summary>
public class ConversationReference
{
    [JsonConstructor]
    public ConversationReference()
    {
    }

    public ConversationReference(
        string? activityId = null,
        ChannelAccount? user = null,
        ChannelAccount? bot = null,
        ConversationAccount? conversation = null,
        string? channelId = null,
        string? serviceUrl = null)
    {
        ActivityId = activityId;
        User = user!;
        Bot = bot!;
        Conversation = conversation!;
        ChannelId = channelId!;
        ServiceUrl = serviceUrl;
    }

    public ConversationReference(
        CultureInfo locale,
        string? activityId = null,
        ChannelAccount? user = null,
        ChannelAccount? bot = null,
        ConversationAccount? conversation = null,
        string? channelId = null,
        string? serviceUrl = null)
    {
        Locale = locale?.Name;
        ActivityId = activityId;
        User = user!;
        Bot = bot!;
        Conversation = conversation!;
        ChannelId = channelId!;
        ServiceUrl = serviceUrl;
    }

    [JsonPropertyName("activityId"), JsonConverter(typeof(TextOrNumberConverter))]
    public string? ActivityId { get; set; }

    [JsonPropertyName("user")]
    public ChannelAccount User { get; set; } = null!;

    [JsonPropertyName("bot")]
    public ChannelAccount Bot { get; set; } = null!;

    [JsonPropertyName("conversation")]
    public ConversationAccount Conversation { get; set; } = null!;

    [JsonPropertyName("channelId")]
    public string ChannelId { get; set; } = null!;

    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; set; }

    /// <summary>The event with which a bot takes up this conversation by itself.</summary>
    public Activity GetContinuationActivity() => new()
    {
        Type = ActivityTypes.Event,
        Name = ActivityEventNames.ContinueConversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl!,
        Conversation = Conversation,
        Recipient = Bot,
        From = User,
        RelatesTo = this,
    };
}
