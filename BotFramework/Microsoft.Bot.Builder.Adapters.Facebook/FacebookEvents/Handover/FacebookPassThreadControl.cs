using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

/// <summary>An app passed the conversation to another.</summary>
public class FacebookPassThreadControl : FacebookThreadControl
{
    /// <summary>The app that owns the conversation now.</summary>
    [
        JsonPropertyName("new_owner_app_id"),
        JsonConverter(typeof(LooseTextConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)
    ]
    public string? NewOwnerAppId { get; set; }

    /// <summary>The app that owned it before.</summary>
    [
        JsonPropertyName("previous_owner_app_id"),
        JsonConverter(typeof(LooseTextConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)
    ]
    public string? PreviousOwnerAppId { get; set; }

    /// <summary>The app that asked for it; null when nobody did.</summary>
    [
        JsonPropertyName("requested_owner_app_id"),
        JsonConverter(typeof(LooseTextConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)
    ]
    public string? RequestedOwnerAppId { get; set; }
}
