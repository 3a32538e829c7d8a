using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Microsoft.Bot.Builder;

/// <summary>One property of a loaded state: the bytes it was read as until somebody asks for its value.</summary>
internal sealed class StateSlot
{
    private readonly ReadOnlyMemory<byte> _raw;
    private object? _value;
    private JsonTypeInfo? _type;

    public StateSlot(string name, ReadOnlyMemory<byte> raw) => (Name, _raw) = (name, raw);

    public string Name { get; }

    /// <summary>False while the value can only be what was read.</summary>
    public bool Touched => _type is not null;

    public T Get<T>(JsonTypeInfo<T> type)
    {
        if (_type is not null)
        {
            if (_value is T typed)
                return typed;
            if (_value is null)
                return default!;
        }

        var value = Parse(_type is null ? _raw.Span : JsonSerializer.SerializeToUtf8Bytes(_value, _type), type);
        (_value, _type) = (value, type);
        return value;
    }

    public void Set(object? value, JsonTypeInfo type) => (_value, _type) = (value, type);

    public void Write(Utf8JsonWriter writer)
    {
        writer.WritePropertyName(Name);
        if (_type is null)
            writer.WriteRawValue(_raw.Span, skipInputValidation: true);
        else
            JsonSerializer.Serialize(writer, _value, _type);
    }

    private static T Parse<T>(ReadOnlySpan<byte> raw, JsonTypeInfo<T> type) =>
        raw.SequenceEqual("null"u8) ? default! : JsonSerializer.Deserialize(raw, type)!;
}
