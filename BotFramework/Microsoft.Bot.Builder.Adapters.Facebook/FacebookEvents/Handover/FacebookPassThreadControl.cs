using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

/// <summary>An app passed the conversation to another.</summary>
public class FacebookPassThreadControl : FacebookThreadControl
{
    [JsonPropertyName("new_owner_app_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? NewOwnerAppId { get; set; }

    [JsonPropertyName("previous_owner_app_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PreviousOwnerAppId { get; set; }

    [JsonPropertyName("requested_owner_app_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RequestedOwnerAppId { get; set; }
}
