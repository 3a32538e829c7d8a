using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;

/// <summary>One card of a generic or media template.</summary>
public class Element
{
    [JsonPropertyName("media_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MediaType { get; set; }

    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? Url { get; set; }

    [JsonPropertyName("title"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; set; }

    [JsonPropertyName("subtitle"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subtitle { get; set; }

    [JsonPropertyName("image_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? ImageUrl { get; set; }

    [JsonPropertyName("default_action"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DefaultAction? DefaultAction { get; set; }

    [JsonIgnore]
    public List<Button> Buttons { get; private set; } = [];

    [JsonInclude, JsonPropertyName("buttons"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<Button>? ButtonsIfAny { get => Buttons.Count == 0 ? null : Buttons; set => Buttons = value ?? []; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public bool ShouldSerializeButtons() => Buttons.Count > 0;
}
