using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime;

/// <summary>Activities as the rows hold them.</summary>
internal static class ActivityBytes
{
    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, SchemaJson.Options);

    /// <exception cref="JsonException">Not an activity.</exception>
    public static Activity Read(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<Activity>(utf8, SchemaJson.Options)
        ?? throw new JsonException("A row holds null instead of an activity.");
}
