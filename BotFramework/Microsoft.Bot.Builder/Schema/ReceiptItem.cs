using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>One line of a receipt.</summary>
public class ReceiptItem
{
    [JsonConstructor]
    public ReceiptItem()
    {
    }

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

    [JsonPropertyName("title")]
    public string? Title { get; set; }

    [JsonPropertyName("subtitle")]
    public string? Subtitle { get; set; }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("image")]
    public CardImage? Image { get; set; }

    [JsonPropertyName("price")]
    public string? Price { get; set; }

    [JsonPropertyName("quantity")]
    public string? Quantity { get; set; }

    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }
}
