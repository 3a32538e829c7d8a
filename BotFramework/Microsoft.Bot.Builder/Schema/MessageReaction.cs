using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A reaction, such as a like.</summary>
public class MessageReaction
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public MessageReaction()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public MessageReaction(string? type = null)
    {
        Type = type;
    }

    /// <summary>Such as <c>like</c>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }
}
