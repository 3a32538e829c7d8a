using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A file to be uploaded.</summary>
public class AttachmentData
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public AttachmentData()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public AttachmentData(string? type = null, string? name = null, byte[]? originalBase64 = null, byte[]? thumbnailBase64 = null)
    {
        Type = type;
        Name = name;
        OriginalBase64 = originalBase64;
        ThumbnailBase64 = thumbnailBase64;
    }

    /// <summary>A media type.</summary>
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    /// <summary>Of the file.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>The file, written as Base64.</summary>
    [JsonPropertyName("originalBase64")]
    public byte[]? OriginalBase64 { get; set; }

    /// <summary>A small picture of it, written as Base64.</summary>
    [JsonPropertyName("thumbnailBase64")]
    public byte[]? ThumbnailBase64 { get; set; }
}
