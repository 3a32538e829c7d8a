using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A piece of text to be marked.</summary>
public class TextHighlight
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public TextHighlight()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public TextHighlight(string? text = null, int? occurrence = null)
    {
        Text = text;
        Occurrence = occurrence;
    }

    /// <summary>What to mark.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Which of several occurrences.</summary>
    [JsonPropertyName("occurrence")]
    public int? Occurrence { get; set; }
}
