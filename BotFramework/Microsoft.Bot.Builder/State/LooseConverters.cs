using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>Wherever a state says "any object".</summary>
internal sealed class LooseValueConverter : JsonConverter<object?>
{
    public override bool HandleNull => true;

    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LooseJson.Read(ref reader, options);

    public override void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options) =>
        LooseJson.Write(writer, value, options);
}

/// <summary>Wherever a state says "a map of any objects".</summary>
internal sealed class LooseMapConverter<TMap> : JsonConverter<TMap>
    where TMap : class, IEnumerable<KeyValuePair<string, object?>>
{
    public override TMap Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A map was expected.");
        reader.Read();
        var map = new Dictionary<string, object?>(LooseJson.UsualEntries);
        LooseJson.ReadEntries(ref reader, map, options);
        return (TMap)(object)map;
    }

    public override void Write(Utf8JsonWriter writer, TMap value, JsonSerializerOptions options) =>
        LooseJson.WriteMap(writer, value, options);
}
