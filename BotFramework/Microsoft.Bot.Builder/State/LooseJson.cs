using System.Buffers.Text;
using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Values of any type, as JSON that remembers the type. Text, whole numbers, fractions, truth, null, lists and maps are
/// plain JSON (a fraction always shows its point: 3.0). Everything else is {"$is":"short name","$as":value}. A map's own
/// key that begins with $ is written with one more, so nothing that a user says can be read as an envelope.
/// </summary>
internal static class LooseJson
{
    public const string MapName = "map";
    public const string ListName = "list";
    public const string PlainName = "plain";
    public const string NumberName = "number";
    public const int UsualEntries = 4;
    private static readonly JsonEncodedText Is = JsonEncodedText.Encode("$is");
    private static readonly JsonEncodedText As = JsonEncodedText.Encode("$as");

    public static bool IsEnvelope(ReadOnlySpan<byte> utf8Json) => utf8Json.StartsWith("{\"$is\":"u8);

    public static object? Read(ref Utf8JsonReader reader, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => NamePool.True,
        JsonTokenType.False => NamePool.False,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => ReadNumber(ref reader),
        JsonTokenType.StartArray => ReadList(ref reader, options),
        JsonTokenType.StartObject => ReadMapOrEnvelope(ref reader, options),
        _ => throw new JsonException("A value was expected."),
    };

    /// <summary>Reads the entries of a map; the reader stands on its first name or on its end.</summary>
    public static void ReadEntries(ref Utf8JsonReader reader, IDictionary<string, object?> map, JsonSerializerOptions options)
    {
        for (; reader.TokenType != JsonTokenType.EndObject; reader.Read())
        {
            var name = NamePool.Name(ref reader);
            reader.Read();
            map[name.StartsWith('$') ? name[1..] : name] = Read(ref reader, options);
        }
    }

    public static void Write(Utf8JsonWriter writer, object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool truth:
                writer.WriteBooleanValue(truth);
                break;
            case int or long or short or byte or sbyte or ushort or uint:
                writer.WriteNumberValue(Convert.ToInt64(value, CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteFraction(writer, number);
                break;
            case float number:
                WriteFraction(writer, number);
                break;
            default:
                WriteComposed(writer, value, options);
                break;
        }
    }

    public static void WriteMap(Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, object?>> map, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in map)
        {
            writer.WritePropertyName(name.StartsWith('$') ? "$" + name : name);
            Write(writer, value, options);
        }

        writer.WriteEndObject();
    }

    public static void WriteInEnvelope(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (StateTypes.TryGetName(value.GetType(), out var name))
        {
            WriteRegistered(writer, name, value, options);
            return;
        }

        OpenEnvelope(writer, value is IEnumerable<KeyValuePair<string, object?>> ? MapName : value is IList ? ListName : PlainName);
        Write(writer, value, options);
        writer.WriteEndObject();
    }

    private static void WriteComposed(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (StateTypes.TryGetName(value.GetType(), out var name))
            WriteRegistered(writer, name, value, options);
        else if (value is IEnumerable<KeyValuePair<string, object?>> map)
            WriteMap(writer, map, options);
        else if (value is IList<object?> list)
            WriteList(writer, list, options);
        else
            throw new InvalidOperationException(
                $"State holds a value of type {value.GetType()} where any object may stand, and would not know how to read it back. "
                    + $"Register it once at start-up, StateTypes.Register<{value.GetType().Name}>(\"a short name\"), or keep it in a typed "
                    + $"property of its own (CreateProperty<{value.GetType().Name}>)."
            );
    }

    private static void WriteList(Utf8JsonWriter writer, IList<object?> list, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var value in list)
            Write(writer, value, options);
        writer.WriteEndArray();
    }

    private static void WriteRegistered(Utf8JsonWriter writer, string name, object value, JsonSerializerOptions options)
    {
        OpenEnvelope(writer, name);
        JsonSerializer.Serialize(writer, value, options.GetTypeInfo(value.GetType()));
        writer.WriteEndObject();
    }

    private static void OpenEnvelope(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject();
        writer.WriteString(Is, name);
        writer.WritePropertyName(As);
    }

    private static void WriteFraction(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            OpenEnvelope(writer, NumberName);
            writer.WriteStringValue(number.ToString(CultureInfo.InvariantCulture));
            writer.WriteEndObject();
            return;
        }

        Span<byte> text = stackalloc byte[40];
        Utf8Formatter.TryFormat(number, text, out var length);
        if (text[..length].IndexOfAny(".eE"u8) < 0)
        {
            ".0"u8.CopyTo(text[length..]);
            length += 2;
        }

        writer.WriteRawValue(text[..length], skipInputValidation: true);
    }

    private static object ReadNumber(ref Utf8JsonReader reader)
    {
        if (reader.ValueSpan.IndexOfAny(".eE"u8) < 0 && reader.TryGetInt64(out var whole))
            return NamePool.Number(whole);
        return reader.GetDouble();
    }

    private static List<object?> ReadList(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var list = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            list.Add(Read(ref reader, options));
        return list;
    }

    private static object? ReadMapOrEnvelope(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(Is.EncodedUtf8Bytes))
            return ReadEnvelope(ref reader, options);
        var map = new Dictionary<string, object?>(UsualEntries);
        ReadEntries(ref reader, map, options);
        return map;
    }

    private static object? ReadEnvelope(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        reader.Read();
        var name = reader.GetString()!;
        reader.Read();
        if (!reader.ValueTextEquals(As.EncodedUtf8Bytes))
            throw new JsonException("An envelope in the state has no content.");
        reader.Read();
        object? value = name switch
        {
            MapName or ListName or PlainName => Read(ref reader, options),
            NumberName => double.Parse(reader.GetString()!, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Deserialize(ref reader, options.GetTypeInfo(TypeOf(name))),
        };
        reader.Read();
        return value;
    }

    private static Type TypeOf(string name) =>
        StateTypes.TryGetType(name, out var type)
            ? type
            : throw new JsonException(
                $"The state holds a value stored under the name '{name}', and no type is registered under it. Register it at start-up: "
                + $"StateTypes.Register<T>(\"{name}\")."
            );
}
