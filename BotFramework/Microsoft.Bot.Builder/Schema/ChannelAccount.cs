using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A user or a bot, as a channel knows it.</summary>
public class ChannelAccount
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ChannelAccount()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ChannelAccount(string? id = null, string? name = null, string? role = null, string? aadObjectId = null)
    {
        Id = id!;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    /// <summary>The same person has another one on each channel.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string Id { get; set; } = null!;

    /// <summary>As people read it; null where the channel does not say.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; set; }

    /// <summary>Of a directory of Microsoft's; null outside one.</summary>
    [JsonPropertyName("aadObjectId")]
    public string? AadObjectId { get; set; }

    /// <summary>What the channel sent and this type does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>One of <see cref="RoleTypes"/>; null where the channel does not say.</summary>
    [JsonPropertyName("role")]
    public string? Role { get; set; }
}
