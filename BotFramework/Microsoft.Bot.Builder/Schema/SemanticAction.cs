using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>An intent that a channel recognised.</summary>
public class SemanticAction
{
    /// <summary>Nothing set yet.</summary>
    [JsonConstructor]
    public SemanticAction()
    {
    }

    /// <summary>With what is given; null leaves a property unset.</summary>
    public SemanticAction(string? id = null, IDictionary<string, Entity>? entities = null)
    {
        Id = id;
        Entities = entities;
    }

    /// <summary>Which intent it is.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    /// <summary><c>start</c>, <c>continue</c> or <c>done</c>.</summary>
    [JsonPropertyName("state")]
    public string? State { get; set; }

    /// <summary>What the intent is about, by name.</summary>
    [JsonPropertyName("entities")]
    public IDictionary<string, Entity>? Entities { get; set; }
}
