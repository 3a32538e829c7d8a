using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Schema;

/// <summary>Writes an entity whole, whichever subclass stands in the list, and reads it with everything it carries.</summary>
internal sealed class EntityConverter : JsonConverter<Entity>
{
    public override Entity? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("An entity is a JSON object.");
        var entity = new Entity();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (name == "type" && reader.TokenType == JsonTokenType.String)
                entity.Type = reader.GetString();
            else
                (entity.Properties ??= new Dictionary<string, JsonElement>())[name] = JsonElement.ParseValue(ref reader);
        }

        return entity;
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            JsonSerializer.Serialize(writer, value, value.GetType(), options);
            return;
        }

        writer.WriteStartObject();
        if (value.Type is not null)
            writer.WriteString("type", value.Type);
        foreach (var (name, fact) in value.Properties ?? Enumerable.Empty<KeyValuePair<string, JsonElement>>())
        {
            writer.WritePropertyName(name);
            fact.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
