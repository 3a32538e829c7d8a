using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel needs in order to open a conversation.</summary>
public class ConversationParameters
{
    [JsonConstructor]
    public ConversationParameters()
    {
    }

    public ConversationParameters(
        bool? isGroup = null,
        ChannelAccount? bot = null,
        IList<ChannelAccount>? members = null,
        string? topicName = null,
        Activity? activity = null,
        object? channelData = null,
        string? tenantId = null)
    {
        IsGroup = isGroup;
        Bot = bot;
        Members = members;
        TopicName = topicName;
        Activity = activity;
        ChannelData = channelData;
        TenantId = tenantId;
    }

    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    [JsonPropertyName("bot")]
    public ChannelAccount? Bot { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }

    [JsonPropertyName("topicName")]
    public string? TopicName { get; set; }

    [JsonPropertyName("activity")]
    public Activity? Activity { get; set; }

    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }
}
