using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>What a channel answers when it has opened a conversation.</summary>
public class ConversationResourceResponse
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ConversationResourceResponse()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ConversationResourceResponse(string? activityId = null, string? serviceUrl = null, string? id = null)
    {
        ActivityId = activityId;
        ServiceUrl = serviceUrl;
        Id = id!;
    }

    /// <summary>Of what was said first; null for nothing.</summary>
    [JsonPropertyName("activityId")]
    public string? ActivityId { get; set; }

    /// <summary>Where the channel takes what is said there.</summary>
    [JsonPropertyName("serviceUrl")]
    public string? ServiceUrl { get; set; }

    /// <summary>Of the conversation.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string Id { get; set; } = null!;
}
