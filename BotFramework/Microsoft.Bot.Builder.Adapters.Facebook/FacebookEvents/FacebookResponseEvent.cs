using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>A whole webhook.</summary>
public class FacebookResponseEvent
{
    [JsonPropertyName("object"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResponseObject { get; set; }

    [JsonIgnore]
    public List<FacebookEntry> Entry { get; private set; } = [];

    [JsonInclude, JsonPropertyName("entry"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookEntry>? EntryIfAny { get => Entry.Count == 0 ? null : Entry; set => Entry = value ?? []; }

    public bool ShouldSerializeEntry() => Entry.Count > 0;
}
