using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>Where a person came from.</summary>
public class FacebookReferral
{
    [JsonPropertyName("ref"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Ref { get; set; }

    [JsonPropertyName("source"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Source { get; set; }

    [JsonPropertyName("type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Type { get; set; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }
}
