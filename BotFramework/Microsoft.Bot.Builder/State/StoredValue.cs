using System.Text.Json;
using System.Text.Json.Serialization;

namespace Microsoft.Bot.Builder;

/// <summary>A value on its own in a storage, always in an envelope, so that it is never taken for a state.</summary>
[JsonConverter(typeof(StoredValueConverter))]
internal readonly record struct StoredValue(object Value);

internal sealed class StoredValueConverter : JsonConverter<StoredValue>
{
    public override StoredValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(LooseJson.Read(ref reader, options) ?? throw new JsonException("A stored value is never null."));

    public override void Write(Utf8JsonWriter writer, StoredValue value, JsonSerializerOptions options) =>
        LooseJson.WriteInEnvelope(writer, value.Value, options);
}
