using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Handover;

/// <summary>An app asks for the conversation.</summary>
public class FacebookRequestThreadControl : FacebookThreadControl
{
    /// <summary>The app that asks for it.</summary>
    [
        JsonPropertyName("requested_owner_app_id"),
        JsonConverter(typeof(LooseTextConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)
    ]
    public string? RequestedOwnerAppId { get; set; }
}
