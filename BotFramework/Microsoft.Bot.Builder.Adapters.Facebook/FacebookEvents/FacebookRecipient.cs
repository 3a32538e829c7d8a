using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>Whom a message is for, by one of several kinds of id.</summary>
public class FacebookRecipient
{
    /// <summary>A person's page-scoped id.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; set; }

    /// <summary>From the checkbox plugin, before there is a person's id.</summary>
    [JsonPropertyName("user_ref"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? UserRef { get; set; }

    /// <summary>A post to answer in private.</summary>
    [JsonPropertyName("post_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PostId { get; set; }

    /// <summary>A comment to answer in private.</summary>
    [JsonPropertyName("comment_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CommentId { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
