using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>The id that a channel gave to what was sent.</summary>
public class ResourceResponse
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ResourceResponse()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ResourceResponse(string? id = null)
    {
        Id = id!;
    }

    /// <summary>Empty for what was not sent; null where a channel gives none.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string Id { get; set; } = null!;
}
