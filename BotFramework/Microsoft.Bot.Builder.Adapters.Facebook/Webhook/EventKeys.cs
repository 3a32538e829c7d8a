using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The names by which a repeated delivery is recognised.</summary>
internal static class EventKeys
{
    private const int LongestMid = 300;
    private const int LongestMore = 100;

    /// <summary>The key of an event that carries its own id.</summary>
    public static string Own(string? page, string kind, string mid, string? more = null)
    {
        var id = mid.Length <= LongestMid ? mid : Hash(Encoding.UTF8.GetBytes(mid));
        return more is null ? $"facebook:{Bounded(page)}:{kind}:{id}" : $"facebook:{Bounded(page)}:{kind}:{id}:{Bounded(more)}";
    }

    /// <summary>The key of an event without an id: made of who, what and when.</summary>
    public static string Made(string? page, string kind, string hash) => $"facebook:{Bounded(page)}:{kind}:{hash}";

    private static string? Bounded(string? text) => text?.Length > LongestMore ? Hash(Encoding.UTF8.GetBytes(text)) : text;

    public static string Hash(string? sender, string kind, string? timestamp, JsonElement part)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{sender}\n{kind}\n{timestamp}\n"));
        if (part.ValueKind != JsonValueKind.Undefined)
            hash.AppendData(JsonMarshal.GetRawUtf8Value(part));
        return Short(hash.GetHashAndReset());
    }

    public static string Hash(ReadOnlySpan<byte> what) => Short(SHA256.HashData(what));

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, 16));
}
