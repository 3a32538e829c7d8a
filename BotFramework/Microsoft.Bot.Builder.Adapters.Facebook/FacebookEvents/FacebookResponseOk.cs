using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>Graph's answer to a message.</summary>
public class FacebookResponseOk
{
    /// <summary>The person's page-scoped id.</summary>
    [
        JsonPropertyName("recipient_id"),
        JsonConverter(typeof(LooseTextConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)
    ]
    public string? RecipientId { get; set; }

    /// <summary>The mid of what was sent.</summary>
    [JsonPropertyName("message_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MessageId { get; set; }
}
