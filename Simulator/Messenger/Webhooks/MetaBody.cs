using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>
/// Writes a webhook's body the way Meta does: ASCII only, other letters as \u and lower-case hex, a slash as \/,
/// and the few signs that were seen escaped in real bodies. Whoever decodes and writes it again before checking the
/// signature gets other bytes, and finds out here.
/// </summary>
internal static class MetaBody
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonNode body) => Encoding.ASCII.GetBytes(Escape(body.ToJsonString(Plain)));

    public static string Sign(ReadOnlySpan<byte> body, string appSecret) =>
        "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body));

    internal static string Escape(string json)
    {
        var text = new StringBuilder(json.Length + 64);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] is not '\\')
            {
                Append(text, json[i]);
                continue;
            }

            // An escape that the serializer made already. Of these, only \uXXXX has a case to lower.
            var length = json[i + 1] is 'u' ? 6 : 2;
            var escape = json.Substring(i, length);
            text.Append(length is 6 ? escape.ToLowerInvariant() : escape);
            i += length - 1;
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, char letter)
    {
        _ = letter switch
        {
            '/' => text.Append(@"\/"),
            '<' => text.Append(@"\u003C"),
            '%' => text.Append(@"\u0025"),
            '@' => text.Append(@"\u0040"),
            > '\u007e' => text.Append(CultureInfo.InvariantCulture, $@"\u{(int)letter:x4}"),
            _ => text.Append(letter),
        };
    }
}
