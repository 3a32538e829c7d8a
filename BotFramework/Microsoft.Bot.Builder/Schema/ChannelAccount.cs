using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A user or a bot, as a channel knows it.</summary>
public class ChannelAccount
{
    [JsonConstructor]
    public ChannelAccount()
    {
    }

    public ChannelAccount(string? id = null, string? name = null, string? role = null, string? aadObjectId = null)
    {
        Id = id!;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string Id { get; set; } = null!;

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("aadObjectId")]
    public string? AadObjectId { get; set; }

    /// <summary>What the channel sent and this type does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    [JsonPropertyName("role")]
    public string? Role { get; set; }
}
