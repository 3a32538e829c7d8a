using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>A whole webhook.</summary>
public class FacebookResponseEvent
{
    /// <summary>What it is about: <c>page</c> for Messenger.</summary>
    [JsonPropertyName("object"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ResponseObject { get; set; }

    /// <summary>One for each Page, as Meta batches them.</summary>
    [JsonIgnore]
    public List<FacebookEntry> Entry { get; private set; } = [];

    [JsonInclude, JsonPropertyName("entry"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookEntry>? EntryIfAny { get => Entry.Count == 0 ? null : Entry; set => Entry = value ?? []; }

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeEntry() => Entry.Count > 0;
}
