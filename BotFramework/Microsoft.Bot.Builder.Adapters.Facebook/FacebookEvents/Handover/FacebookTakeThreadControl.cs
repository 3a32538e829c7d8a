using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

/// <summary>An app took the conversation.</summary>
public class FacebookTakeThreadControl : FacebookThreadControl
{
    /// <summary>The app that owned it before.</summary>
    [
        JsonPropertyName("previous_owner_app_id"),
        JsonConverter(typeof(LooseTextConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)
    ]
    public string? PreviousOwnerAppId { get; set; }
}
