using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;

/// <summary>What a tap on an element opens.</summary>
public class DefaultAction
{
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ActionType { get; set; }

    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? ActionUrl { get; set; }

    [JsonPropertyName("messenger_extensions"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MessengerExtensions { get; set; }

    [JsonPropertyName("webview_height_ratio"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WebviewHeightRatio { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
