using System.Security.Cryptography;

namespace CommerceBot.Bench;

/// What the load, the floor and the bot agree on: one page, one app secret, one path. Nothing here is a secret of anyone.
internal static class Webhook
{
    public const string Page = "104000000000001";
    public const string AppSecret = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    public const string VerifyToken = "bench-verify";
    public const string AccessToken = "bench-access";
    public const string Path = "/api/facebook";
    public const string SignatureHeader = "X-Hub-Signature-256";
    public static readonly byte[] Key = System.Text.Encoding.ASCII.GetBytes(AppSecret);

    /// Writes "sha256=" and 64 lower-case hex digits.
    public static void Sign(ReadOnlySpan<byte> body, Span<byte> signature)
    {
        "sha256="u8.CopyTo(signature);
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, body, hash);
        Convert.TryToHexStringLower(hash, signature[7..], out _);
    }

    public static bool IsSigned(ReadOnlySpan<byte> body, ReadOnlySpan<char> header)
    {
        if (header.Length != 71 || !header.StartsWith("sha256=", StringComparison.Ordinal)) return false;
        Span<byte> claimed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        if (Convert.FromHexString(header[7..], claimed, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        Span<byte> actual = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(Key, body, actual);
        return CryptographicOperations.FixedTimeEquals(claimed, actual);
    }
}
