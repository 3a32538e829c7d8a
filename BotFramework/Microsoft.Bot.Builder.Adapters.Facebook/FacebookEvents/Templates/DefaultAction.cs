using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;

/// <summary>What a tap on an element opens.</summary>
public class DefaultAction
{
    /// <summary><c>web_url</c>.</summary>
    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ActionType { get; set; }

    /// <summary>What a tap opens.</summary>
    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? ActionUrl { get; set; }

    /// <summary>Whether the page may use Messenger's own script.</summary>
    [JsonPropertyName("messenger_extensions"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MessengerExtensions { get; set; }

    /// <summary><c>compact</c>, <c>tall</c> or <c>full</c>.</summary>
    [JsonPropertyName("webview_height_ratio"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? WebviewHeightRatio { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
