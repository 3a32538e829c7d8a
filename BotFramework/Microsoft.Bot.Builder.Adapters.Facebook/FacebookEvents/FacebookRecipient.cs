using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>Whom a message is for, by one of several kinds of id.</summary>
public class FacebookRecipient
{
    [JsonPropertyName("id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; set; }

    [JsonPropertyName("user_ref"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserRef { get; set; }

    [JsonPropertyName("post_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PostId { get; set; }

    [JsonPropertyName("comment_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CommentId { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
