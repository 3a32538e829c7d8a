using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A page of members.</summary>
public class PagedMembersResult
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public PagedMembersResult()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public PagedMembersResult(string? continuationToken = null, IList<ChannelAccount>? members = null)
    {
        ContinuationToken = continuationToken;
        Members = members;
    }

    /// <summary>Asks for the next page; null on the last one.</summary>
    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    /// <summary>Those of this page.</summary>
    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }
}
