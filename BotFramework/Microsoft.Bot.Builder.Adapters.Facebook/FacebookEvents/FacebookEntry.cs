using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>The events of one Page in a webhook.</summary>
public class FacebookEntry
{
    [JsonPropertyName("id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; set; }

    [JsonPropertyName("time"), JsonConverter(typeof(LooseNumberConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Time { get; set; }

    [JsonIgnore]
    public List<FacebookMessage> Messaging { get; private set; } = [];

    [JsonInclude, JsonPropertyName("messaging"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookMessage>? MessagingIfAny { get => Messaging.Count == 0 ? null : Messaging; set => Messaging = value ?? []; }

    [JsonIgnore]
    public List<FacebookMessage> Changes { get; private set; } = [];

    [JsonInclude, JsonPropertyName("changes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookMessage>? ChangesIfAny { get => Changes.Count == 0 ? null : Changes; set => Changes = value ?? []; }

    [JsonIgnore]
    public List<FacebookMessage> Standby { get; private set; } = [];

    [JsonInclude, JsonPropertyName("standby"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookMessage>? StandbyIfAny { get => Standby.Count == 0 ? null : Standby; set => Standby = value ?? []; }

    public bool ShouldSerializeMessaging() => Messaging.Count > 0;

    public bool ShouldSerializeStandby() => Standby.Count > 0;

    public bool ShouldSerializeChanges() => Changes.Count > 0;
}
