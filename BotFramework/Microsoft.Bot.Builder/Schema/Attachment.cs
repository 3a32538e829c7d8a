using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A card, a picture or a file that goes with a message.</summary>
public class Attachment
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public Attachment()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public Attachment(
        string? contentType = null,
        string? contentUrl = null,
        object? content = null,
        string? name = null,
        string? thumbnailUrl = null)
    {
        ContentType = contentType;
        ContentUrl = contentUrl;
        Content = content;
        Name = name;
        ThumbnailUrl = thumbnailUrl;
    }

    /// <summary>A media type, or the type of a card.</summary>
    [JsonPropertyName("contentType")]
    public string? ContentType { get; set; }

    /// <summary>Where the file is; null for a card.</summary>
    [JsonPropertyName("contentUrl")]
    public string? ContentUrl { get; set; }

    /// <summary>The card; null for a file.</summary>
    [JsonPropertyName("content")]
    public object? Content { get; set; }

    /// <summary>Of the file.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>What the channel sent and this type does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>A small picture of a file.</summary>
    [JsonPropertyName("thumbnailUrl")]
    public string? ThumbnailUrl { get; set; }
}
