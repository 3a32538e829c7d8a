using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>A conversation, as a channel knows it.</summary>
public class ConversationAccount
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public ConversationAccount()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public ConversationAccount(
        bool? isGroup = null,
        string? conversationType = null,
        string? id = null,
        string? name = null,
        string? aadObjectId = null,
        string? role = null,
        string? tenantId = null)
    {
        IsGroup = isGroup;
        ConversationType = conversationType;
        Id = id!;
        Name = name;
        AadObjectId = aadObjectId;
        Role = role;
        TenantId = tenantId;
    }

    /// <summary>Whether more than two may be in it; null where the channel does not say.</summary>
    [JsonPropertyName("isGroup")]
    public bool? IsGroup { get; set; }

    /// <summary>A word of the channel's, such as <c>personal</c>.</summary>
    [JsonPropertyName("conversationType")]
    public string? ConversationType { get; set; }

    /// <summary>Unique within the channel.</summary>
    [JsonPropertyName("id"), JsonConverter(typeof(TextOrNumberConverter))]
    public string Id { get; set; } = null!;

    /// <summary>As people read it; null for none.</summary>
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

    /// <summary>Of a directory of Microsoft's; null outside one.</summary>
    [JsonPropertyName("tenantId")]
    public string? TenantId { get; set; }
}
