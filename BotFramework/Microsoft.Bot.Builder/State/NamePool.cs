using System.Text.Json;

namespace Microsoft.Bot.Builder;

/// <summary>
/// The names and small values that states repeat turn after turn, made once. The pool is of fixed size: a newcomer takes
/// the place of whoever had it, so nothing that users say can make it grow.
/// </summary>
internal static class NamePool
{
    private const int Size = 512;
    private const int LongestName = 48;
    private static readonly string?[] Names = new string?[Size];
    private static readonly object[] Numbers = [.. Enumerable.Range(0, 256).Select(number => (object)(long)number)];

    public static object True { get; } = true;

    public static object False { get; } = false;

    public static object Number(long value) => value is >= 0 and < 256 ? Numbers[value] : value;

    /// <summary>The name on which the reader stands.</summary>
    public static string Name(ref Utf8JsonReader reader)
    {
        if (reader.HasValueSequence || reader.ValueIsEscaped || reader.ValueSpan.Length is 0 or > LongestName)
            return reader.GetString()!;
        ref var place = ref Names[Place(reader.ValueSpan)];
        if (place is { } known && reader.ValueTextEquals(known))
            return known;
        return place = reader.GetString()!;
    }

    // Cheap rather than even: a shared place costs one string, no more.
    private static int Place(ReadOnlySpan<byte> name) =>
        ((name.Length * 31) + (name[0] * 7) + (name[name.Length / 2] * 13) + (name[^1] * 61)) % Size;
}
