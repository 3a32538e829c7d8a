using System.Security.Cryptography;
using System.Text;

namespace CommerceBot.Channels;

internal static class SecretText
{
    /// <summary>Compares in a time that tells nothing about where they differ.</summary>
    public static bool AreEqual(string? given, string secret) =>
        CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(given ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
