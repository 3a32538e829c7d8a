using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>
/// Mends JSON whose text cannot be read: bytes that are not UTF-8, and escapes of half a character, as a client leaves
/// them when it cuts an emoji in two.
/// Left alone they would throw at every later read or write of that text.
/// </summary>
internal static class BrokenText
{
    private const int EscapeLength = 6;

    public static ReadOnlyMemory<byte> Mend(ReadOnlyMemory<byte> json)
    {
        if (!Utf8.IsValid(json.Span))
            json = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(json.Span));

        return FirstHalfCharacter(json.Span, 0) < 0 ? json : MendEscapes(json.ToArray());
    }

    private static byte[] MendEscapes(byte[] json)
    {
        for (var at = FirstHalfCharacter(json, 0); at >= 0; at = FirstHalfCharacter(json, at + EscapeLength))
            "\\ufffd"u8.CopyTo(json.AsSpan(at));
        return json;
    }

    /// <summary>Where the next escape stands that is half of a surrogate pair without its other half; -1 for nowhere.</summary>
    private static int FirstHalfCharacter(ReadOnlySpan<byte> json, int from)
    {
        for (var at = from; at < json.Length; at++)
        {
            var next = json[at..].IndexOf((byte)'\\');
            if (next < 0)
                return -1;

            at += next;
            var unit = Escaped(json, at);
            if (unit is { } high && char.IsHighSurrogate(high))
            {
                if (Escaped(json, at + EscapeLength) is not { } low || !char.IsLowSurrogate(low))
                    return at;
                at += (2 * EscapeLength) - 1;
            }
            else if (unit is { } lone && char.IsLowSurrogate(lone))
            {
                return at;
            }
            else
            {
                // Past the character that is escaped: it may be a backslash itself.
                at++;
            }
        }

        return -1;
    }

    private static char? Escaped(ReadOnlySpan<byte> json, int at)
    {
        if (at + EscapeLength > json.Length || json[at] != '\\' || json[at + 1] != 'u')
            return null;
        return ushort.TryParse(json.Slice(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
    }
}
