using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Something known about a message: a mention, a place, whatever a channel adds.</summary>
[JsonConverter(typeof(EntityConverter))]
[SuppressMessage("Design", "CA1067", Justification = "Equals(object) is overridden below; the listing fixes this shape.")]
public class Entity : IEquatable<Entity>
{
    /// <summary>Nothing set yet.</summary>
    public Entity()
    {
    }

    /// <param name="type">Null for one that has none.</param>
    public Entity(string? type = null) => Type = type;

    /// <summary>What is known, such as <c>mention</c>.</summary>
    [JsonPropertyName("type"), JsonPropertyOrder(-1)]
    public string? Type { get; set; }

    /// <summary>What the channel sent and this type does not name.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Properties { get; set; }

    /// <summary>The same facts, read as another kind of entity.</summary>
    public T GetAs<T>() =>
        JsonSerializer.Deserialize<T>(JsonSerializer.SerializeToUtf8Bytes(this, GetType(), SchemaJson.Options), SchemaJson.Options)!;

    /// <summary>Takes over every fact of another entity.</summary>
    public void SetAs<T>(T obj)
    {
        var copy = JsonSerializer.SerializeToElement<object>(obj!, SchemaJson.Options).Deserialize<Entity>(SchemaJson.Options)!;
        Type = copy.Type;
        Properties = copy.Properties;
    }

    /// <summary>Equal when all that they say is equal.</summary>
    public bool Equals(Entity? other) =>
        other is not null && JsonElement.DeepEquals(Facts(this), Facts(other));

    public override bool Equals(object? obj) => Equals(obj as Entity);

    public override int GetHashCode() => Type?.GetHashCode(StringComparison.Ordinal) ?? 0;

    private static JsonElement Facts(Entity entity) =>
        JsonSerializer.SerializeToElement(entity, entity.GetType(), SchemaJson.Options);
}
