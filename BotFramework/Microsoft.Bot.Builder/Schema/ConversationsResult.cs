using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A page of conversations.</summary>
public class ConversationsResult
{
    [JsonConstructor]
    public ConversationsResult()
    {
    }

    public ConversationsResult(string? continuationToken = null, IList<ConversationMembers>? conversations = null)
    {
        ContinuationToken = continuationToken;
        Conversations = conversations;
    }

    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    [JsonPropertyName("conversations")]
    public IList<ConversationMembers>? Conversations { get; set; }
}
