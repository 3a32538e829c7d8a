using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation and who is in it.</summary>
public class ConversationMembers
{
    [JsonConstructor]
    public ConversationMembers()
    {
    }

    public ConversationMembers(string? id = null, IList<ChannelAccount>? members = null)
    {
        Id = id;
        Members = members;
    }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }
}
