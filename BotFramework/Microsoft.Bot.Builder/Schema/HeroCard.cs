using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card with a large picture.</summary>
public class HeroCard
{
    /// <summary>Marks an attachment that holds such a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.hero";

    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public HeroCard()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public HeroCard(
        string? title = null,
        string? subtitle = null,
        string? text = null,
        IList<CardImage>? images = null,
        IList<CardAction>? buttons = null,
        CardAction? tap = null)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    /// <summary>The first line, in bold.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Below the title, smaller.</summary>
    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    /// <summary>Below both.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>One is shown; null for none.</summary>
    [JsonPropertyName("images")]
    public IList<CardImage>? Images { get; set; }

    /// <summary>Below the text; null for none.</summary>
    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }

    /// <summary>What a tap beside the buttons does; null for nothing.</summary>
    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }
}
