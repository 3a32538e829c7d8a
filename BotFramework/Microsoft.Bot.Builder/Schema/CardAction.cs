using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A button.</summary>
public class CardAction
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public CardAction()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public CardAction(
        string? type = null,
        string? title = null,
        string? image = null,
        string? text = null,
        string? displayText = null,
        object? value = null,
        object? channelData = null)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    /// <summary>What a tap does: one of <see cref="ActionTypes"/>.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>What stands on it.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>The address of a picture on it; null for none.</summary>
    [JsonPropertyName("image")]
    public string? Image { get; set; }

    /// <summary>What is said to the bot, for messageBack.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>What is shown as said, for messageBack.</summary>
    [JsonPropertyName("displayText")]
    public string? DisplayText { get; set; }

    /// <summary>What the tap means; its form depends on the type.</summary>
    [JsonPropertyName("value")]
    public object? Value { get; set; }

    /// <summary>What one channel alone understands.</summary>
    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    /// <summary>Says the picture in words.</summary>
    [JsonPropertyName("imageAltText")]
    public string? ImageAltText { get; set; }

    /// <summary>A button that says, when tapped, what it shows.</summary>
    public static CardAction FromString(string input) => new(ActionTypes.ImBack, input, value: input);

    /// <summary>See <see cref="FromString"/>.</summary>
    public static implicit operator CardAction(string input) => FromString(input);
}
