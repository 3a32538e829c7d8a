using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>One line of a receipt.</summary>
public class ReceiptItem
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ReceiptItem()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ReceiptItem(
        string? title = null,
        string? subtitle = null,
        string? text = null,
        CardImage? image = null,
        string? price = null,
        string? quantity = null,
        CardAction? tap = null)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Image = image;
        Price = price;
        Quantity = quantity;
        Tap = tap;
    }

    /// <summary>What was bought.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Such as its variant.</summary>
    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    /// <summary>More about it.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>A small picture; null for none.</summary>
    [JsonPropertyName("image")]
    public CardImage? Image { get; set; }

    /// <summary>Of all its pieces, as text with its currency.</summary>
    [JsonPropertyName("price")]
    public string? Price { get; set; }

    /// <summary>As text.</summary>
    [JsonPropertyName("quantity")]
    public string? Quantity { get; set; }

    /// <summary>What a tap on the line does; null for nothing.</summary>
    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }
}
