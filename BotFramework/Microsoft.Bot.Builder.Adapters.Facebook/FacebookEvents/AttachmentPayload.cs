using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>What an attachment holds: a file, or a template.</summary>
public class AttachmentPayload
{
    /// <summary>Where the file is; null for a template or one that Graph keeps.</summary>
    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? Url { get; set; }

    /// <summary>Whether Graph keeps the file and gives it an id.</summary>
    [JsonPropertyName("is_reusable"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReusable { get; set; }

    /// <summary>Graph's id of a file that it keeps.</summary>
    [
        JsonPropertyName("attachment_id"),
        JsonConverter(typeof(LooseTextConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)
    ]
    public string? AttachmentId { get; set; }

    /// <summary>Such as <c>generic</c> or <c>button</c>; null for a file.</summary>
    [JsonPropertyName("template_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TemplateType { get; set; }

    /// <summary>What stands over the buttons of a button template.</summary>
    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; set; }

    /// <summary>Of a button template; none is not written.</summary>
    [JsonIgnore]
    public List<Button> Buttons { get; private set; } = [];

    [JsonInclude, JsonPropertyName("buttons"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<Button>? ButtonsIfAny { get => Buttons.Count == 0 ? null : Buttons; set => Buttons = value ?? []; }

    /// <summary>The cards of a generic or media template; none is not written.</summary>
    [JsonIgnore]
    public List<Element> Elements { get; private set; } = [];

    [JsonInclude, JsonPropertyName("elements"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<Element>? ElementsIfAny { get => Elements.Count == 0 ? null : Elements; set => Elements = value ?? []; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeIsReusable() => IsReusable;

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeButtons() => Buttons.Count > 0;

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeElements() => Elements.Count > 0;
}
