using System.Security.Cryptography;
using System.Text;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The proof that a webhook comes from Meta: an HMAC-SHA256 over the bytes as they were received.</summary>
public static class FacebookSignature
{
    /// <summary>The header that carries it. The older sha1 header is not accepted.</summary>
    public const string HeaderName = "X-Hub-Signature-256";

    private const string Prefix = "sha256=";

    /// <summary>
    /// True when the header is the signature of these bytes. A missing header is a wrong one.
    /// The bytes must be those of the request: Meta signs its own escapes, so a body that was decoded and written again no longer matches.
    /// </summary>
    public static bool Verify(ReadOnlySpan<byte> body, string? header, string appSecret)
    {
        ArgumentException.ThrowIfNullOrEmpty(appSecret);

        if (header is null
            || header.Length != Prefix.Length + (2 * HMACSHA256.HashSizeInBytes)
            || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            return false;

        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(header.AsSpan(Prefix.Length), claimed, out _, out _) != System.Buffers.OperationStatus.Done)
            return false;

        Span<byte> real = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Encoding.UTF8.GetBytes(appSecret), body, real);
        return CryptographicOperations.FixedTimeEquals(claimed, real);
    }

    /// <summary>The header value of a body, as Meta would send it.</summary>
    public static string Sign(ReadOnlySpan<byte> body, string appSecret)
    {
        ArgumentException.ThrowIfNullOrEmpty(appSecret);
        return Prefix + Hex(Encoding.UTF8.GetBytes(appSecret), body);
    }

    /// <summary>The <c>appsecret_proof</c> of an access token, which shows Graph that the caller also knows the app's secret.</summary>
    public static string Proof(string accessToken, string appSecret)
    {
        ArgumentException.ThrowIfNullOrEmpty(accessToken);
        ArgumentException.ThrowIfNullOrEmpty(appSecret);
        return Hex(Encoding.UTF8.GetBytes(appSecret), Encoding.UTF8.GetBytes(accessToken));
    }

    private static string Hex(byte[] key, ReadOnlySpan<byte> what) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, what));
}
