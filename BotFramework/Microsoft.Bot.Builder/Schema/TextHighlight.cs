using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A piece of text to be marked.</summary>
public class TextHighlight
{
    [JsonConstructor]
    public TextHighlight()
    {
    }

    public TextHighlight(string? text = null, int? occurrence = null)
    {
        Text = text;
        Occurrence = occurrence;
    }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    [JsonPropertyName("occurrence")]
    public int? Occurrence { get; set; }
}
