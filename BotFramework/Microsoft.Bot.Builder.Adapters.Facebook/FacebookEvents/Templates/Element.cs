using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;

/// <summary>One card of a generic or media template.</summary>
public class Element
{
    /// <summary><c>image</c> or <c>video</c>, of a media template only.</summary>
    [JsonPropertyName("media_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? MediaType { get; set; }

    /// <summary>A file on Facebook, of a media template only.</summary>
    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? Url { get; set; }

    /// <summary>Of 80 characters at most.</summary>
    [JsonPropertyName("title"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; set; }

    /// <summary>Of 80 characters at most; null for none.</summary>
    [JsonPropertyName("subtitle"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subtitle { get; set; }

    /// <summary>Null for a card without a picture.</summary>
    [JsonPropertyName("image_url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? ImageUrl { get; set; }

    /// <summary>What a tap beside the buttons opens; null for nothing.</summary>
    [JsonPropertyName("default_action"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DefaultAction? DefaultAction { get; set; }

    /// <summary>Three at most; none is not written.</summary>
    [JsonIgnore]
    public List<Button> Buttons { get; private set; } = [];

    [JsonInclude, JsonPropertyName("buttons"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<Button>? ButtonsIfAny { get => Buttons.Count == 0 ? null : Buttons; set => Buttons = value ?? []; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeButtons() => Buttons.Count > 0;
}
