using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>The events of one Page in a webhook.</summary>
public class FacebookEntry
{
    /// <summary>The Page's id.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(LooseTextConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; set; }

    /// <summary>When Meta sent it, in milliseconds since 1970; 0 where it does not say.</summary>
    [JsonPropertyName("time"), JsonConverter(typeof(LooseNumberConverter)), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Time { get; set; }

    /// <summary>Events of conversations that this app owns.</summary>
    [JsonIgnore]
    public List<FacebookMessage> Messaging { get; private set; } = [];

    [JsonInclude, JsonPropertyName("messaging"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookMessage>? MessagingIfAny { get => Messaging.Count == 0 ? null : Messaging; set => Messaging = value ?? []; }

    /// <summary>Changes of subscribed fields.</summary>
    [JsonIgnore]
    public List<FacebookMessage> Changes { get; private set; } = [];

    [JsonInclude, JsonPropertyName("changes"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookMessage>? ChangesIfAny { get => Changes.Count == 0 ? null : Changes; set => Changes = value ?? []; }

    /// <summary>Events of conversations that another app owns.</summary>
    [JsonIgnore]
    public List<FacebookMessage> Standby { get; private set; } = [];

    [JsonInclude, JsonPropertyName("standby"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    internal List<FacebookMessage>? StandbyIfAny { get => Standby.Count == 0 ? null : Standby; set => Standby = value ?? []; }

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeMessaging() => Messaging.Count > 0;

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeStandby() => Standby.Count > 0;

    /// <summary>Kept from Microsoft's API, where it decides what is written; here the attributes do.</summary>
    public bool ShouldSerializeChanges() => Changes.Count > 0;
}
