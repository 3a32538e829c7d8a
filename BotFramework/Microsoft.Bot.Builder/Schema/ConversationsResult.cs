using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A page of conversations.</summary>
public class ConversationsResult
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ConversationsResult()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ConversationsResult(string? continuationToken = null, IList<ConversationMembers>? conversations = null)
    {
        ContinuationToken = continuationToken;
        Conversations = conversations;
    }

    /// <summary>Asks for the next page; null on the last one.</summary>
    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    /// <summary>Those of this page.</summary>
    [JsonPropertyName("conversations")]
    public IList<ConversationMembers>? Conversations { get; set; }
}
