using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A receipt: facts, lines and totals.</summary>
public class ReceiptCard
{
    /// <summary>Marks an attachment that holds such a card.</summary>
    public const string ContentType = "application/vnd.microsoft.card.receipt";

    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ReceiptCard()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ReceiptCard(
        string? title = null,
        IList<Fact>? facts = null,
        IList<ReceiptItem>? items = null,
        CardAction? tap = null,
        string? total = null,
        string? tax = null,
        string? vat = null,
        IList<CardAction>? buttons = null)
    {
        Title = title;
        Facts = facts;
        Items = items;
        Tap = tap;
        Total = total;
        Tax = tax;
        Vat = vat;
        Buttons = buttons;
    }

    /// <summary>Such as the shop's name.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; set; }

    /// <summary>Name and value, one below the other: number, date, payment.</summary>
    [JsonPropertyName("facts")]
    public IList<Fact>? Facts { get; set; }

    /// <summary>What was bought.</summary>
    [JsonPropertyName("items")]
    public IList<ReceiptItem>? Items { get; set; }

    /// <summary>What a tap beside the buttons does; null for nothing.</summary>
    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }

    /// <summary>With everything, as text with its currency.</summary>
    [JsonPropertyName("total")]
    public string? Total { get; set; }

    /// <summary>As text with its currency; null for none.</summary>
    [JsonPropertyName("tax")]
    public string? Tax { get; set; }

    /// <summary>As text with its currency; null for none.</summary>
    [JsonPropertyName("vat")]
    public string? Vat { get; set; }

    /// <summary>Below the totals; null for none.</summary>
    [JsonPropertyName("buttons")]
    public IList<CardAction>? Buttons { get; set; }
}
