using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A page of members.</summary>
public class PagedMembersResult
{
    [JsonConstructor]
    public PagedMembersResult()
    {
    }

    public PagedMembersResult(string? continuationToken = null, IList<ChannelAccount>? members = null)
    {
        ContinuationToken = continuationToken;
        Members = members;
    }

    [JsonPropertyName("continuationToken")]
    public string? ContinuationToken { get; set; }

    [JsonPropertyName("members")]
    public IList<ChannelAccount>? Members { get; set; }
}
