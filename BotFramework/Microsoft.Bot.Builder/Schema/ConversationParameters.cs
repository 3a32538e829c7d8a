using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel needs in order to open a conversation.</summary>
public class ConversationParameters
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ConversationParameters()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
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

    /// <summary>Whether more than two may be in it.</summary>
    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    /// <summary>Who opens it.</summary>
    [JsonPropertyName("bot")]
    public ChannelAccount? Bot { get; set; }

    /// <summary>Who else is in it.</summary>
    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }

    /// <summary>What it is about; null for nothing.</summary>
    [JsonPropertyName("topicName")]
    public string? TopicName { get; set; }

    /// <summary>What is said first; null for nothing.</summary>
    [JsonPropertyName("activity")]
    public Activity? Activity { get; set; }

    /// <summary>What one channel alone understands.</summary>
    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    /// <summary>Of a directory of Microsoft's; null outside one.</summary>
    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }
}
