using System.Globalization;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A point in a conversation, enough to speak there again later.</summary>
public class ConversationReference
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ConversationReference()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
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

    /// <param name="locale">Of what is said there.</param>
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

    /// <summary>The activity to answer; null for none.</summary>
    [JsonPropertyName("activityId"), JsonConverter(typeof(TextOrNumberConverter))]
    public string? ActivityId { get; set; }

    /// <summary>Whom the bot speaks with.</summary>
    [JsonPropertyName("user")]
    public ChannelAccount User { get; set; } = null!;

    /// <summary>The bot, as the channel knows it.</summary>
    [JsonPropertyName("bot")]
    public ChannelAccount Bot { get; set; } = null!;

    /// <summary>Where they speak.</summary>
    [JsonPropertyName("conversation")]
    public ConversationAccount Conversation { get; set; } = null!;

    /// <summary>One of <c>Microsoft.Bot.Connector.Channels</c>.</summary>
    [JsonPropertyName("channelId")]
    public string ChannelId { get; set; } = null!;

    /// <summary>Such as <c>it-IT</c>; null where it is not known.</summary>
    [JsonPropertyName("locale")]
    public string? Locale { get; set; }

    /// <summary>Where the channel takes replies.</summary>
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
