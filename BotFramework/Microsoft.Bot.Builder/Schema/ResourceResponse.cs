using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The id that a channel gave to what was sent.</summary>
public class ResourceResponse
{
    [JsonConstructor]
    public ResourceResponse()
    {
    }

    public ResourceResponse(string? id = null)
    {
        Id = id!;
    }

    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string Id { get; set; } = null!;
}
