using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A button.</summary>
public class CardAction
{
    [JsonConstructor]
    public CardAction()
    {
    }

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

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("image")]
    public string? Image { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("displayText")]
    public string? DisplayText { get; set; }

    [JsonPropertyName("value")]
    public object? Value { get; set; }

    [JsonPropertyName("channelData")]
    public object? ChannelData { get; set; }

    [JsonPropertyName("imageAltText")]
    public string? ImageAltText { get; set; }

    /// <summary>A button that says, when tapped, what it shows.</summary>
    public static CardAction FromString(string input) => new(ActionTypes.ImBack, input, value: input);

    public static implicit operator CardAction(string input) => FromString(input);
}
