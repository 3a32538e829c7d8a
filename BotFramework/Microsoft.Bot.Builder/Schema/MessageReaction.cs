using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A reaction, such as a like.</summary>
public class MessageReaction
{
    [JsonConstructor]
    public MessageReaction()
    {
    }

    public MessageReaction(string? type = null)
    {
        Type = type;
    }

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}
