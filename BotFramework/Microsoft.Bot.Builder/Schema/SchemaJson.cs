using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace Microsoft.Bot.Schema;

/// <summary>How activities travel: JSON with the names of the Bot Framework protocol, nothing written that is null.</summary>
public static class SchemaJson
{
    /// <summary>
    /// The one set of options for the wire. The schema's types are prepared at build time; what a bot puts into
    /// Value, ChannelData or Content may be of any type, and is written under its own names.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Reads one activity from outside, or answers null when it is not one that a bot could be given.</summary>
    public static Activity? ReadActivity(ReadOnlySpan<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json) || HasHalfCharacter(utf8Json))
            return null;
        try
        {
            var activity = JsonSerializer.Deserialize<Activity>(utf8Json, Options);
            return activity is not null && IncomingActivity.IsWhole(activity) ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>One activity as it goes over the wire.</summary>
    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Options);

    /// <summary>
    /// An escape of half a surrogate pair is JSON and no text: whoever reads it later, in a Value say, would trip over
    /// it.
    /// </summary>
    private static bool HasHalfCharacter(ReadOnlySpan<byte> utf8Json)
    {
        if (utf8Json.IndexOf("\\ud"u8) < 0 && utf8Json.IndexOf("\\uD"u8) < 0)
            return false;
        var reader = new Utf8JsonReader(utf8Json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }

            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
        catch (JsonException)
        {
            return false; // No JSON at all, which the reading itself finds out.
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            // The bytes are only ever sent as application/json, never set into a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(SchemaContext.Default, new DefaultJsonTypeInfoResolver()),
        };
        options.MakeReadOnly();
        return options;
    }
}
