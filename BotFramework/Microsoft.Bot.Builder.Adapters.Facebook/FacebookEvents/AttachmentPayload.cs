using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents.Templates;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>What an attachment holds: a file, or a template.</summary>
public class AttachmentPayload
{
    [JsonPropertyName("url"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Uri? Url { get; set; }

    [JsonPropertyName("is_reusable"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsReusable { get; set; }

    [JsonPropertyName("attachment_id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? AttachmentId { get; set; }

    [JsonPropertyName("template_type"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TemplateType { get; set; }

    [JsonPropertyName("text"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; set; }

    [JsonIgnore]
    public List<Button> Buttons { get; private set; } = [];

    [JsonInclude, JsonPropertyName("buttons"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<Button>? ButtonsIfAny { get => Buttons.Count == 0 ? null : Buttons; set => Buttons = value ?? []; }

    [JsonIgnore]
    public List<Element> Elements { get; private set; } = [];

    [JsonInclude, JsonPropertyName("elements"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<Element>? ElementsIfAny { get => Elements.Count == 0 ? null : Elements; set => Elements = value ?? []; }

    /// <summary>What Messenger has and this type does not name; written and read along.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    public bool ShouldSerializeIsReusable() => IsReusable;

    public bool ShouldSerializeButtons() => Buttons.Count > 0;

    public bool ShouldSerializeElements() => Elements.Count > 0;
}
