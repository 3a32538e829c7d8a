using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation and who is in it.</summary>
public class ConversationMembers
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ConversationMembers()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ConversationMembers(string? id = null, IList<ChannelAccount>? members = null)
    {
        Id = id;
        Members = members;
    }

    /// <summary>Of the conversation.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary>Who is in it, as far as the channel tells.</summary>
    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }
}
