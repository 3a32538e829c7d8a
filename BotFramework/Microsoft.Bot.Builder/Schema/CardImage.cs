using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A picture on a card.</summary>
public class CardImage
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public CardImage()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public CardImage(string? url = null, string? alt = null, CardAction? tap = null)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    /// <summary>An address, or a data URI.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; set; }

    /// <summary>Says the picture in words.</summary>
    [JsonPropertyName("alt")]
    public string? Alt { get; set; }

    /// <summary>What a tap on it does; null for nothing.</summary>
    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }
}
