using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder.Adapters.Facebook.FacebookEvents;

/// <summary>The person has read everything up to a time.</summary>
public class FacebookRead
{
    /// <summary>Milliseconds since 1970: everything sent before it was read.</summary>
    [
        JsonPropertyName("watermark"),
        JsonConverter(typeof(LooseNumberConverter)),
        JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)
    ]
    public long Watermark { get; set; }
}
