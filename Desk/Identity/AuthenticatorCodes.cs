using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;

namespace CommerceBot.Desk.Identity;

/// <summary>
/// Codes of authenticator apps (RFC 6238: SHA-1, 6 digits, 30 seconds), by the shop's clock, one step early or late. Unlike Identity's
/// own, a code is good once (section 5.2): who looks over a shoulder cannot use it again.
/// </summary>
internal sealed class AuthenticatorCodes(TimeProvider time, IDeskUsers users) : IUserTwoFactorTokenProvider<DeskUser>
{
    private const int Step = 30;
    private const int Digits = 1_000_000;

    public static string Secret() => Base32(RandomNumberGenerator.GetBytes(20));

    public Task<string> GenerateAsync(string purpose, UserManager<DeskUser> manager, DeskUser user) =>
        throw new NotSupportedException("An authenticator app makes the codes.");

    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<DeskUser> manager, DeskUser user) =>
        Task.FromResult(user.AuthenticatorKey is not null);

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<DeskUser> manager, DeskUser user)
    {
        if (user.AuthenticatorKey is not { } key || token is not { Length: 6 } || !token.All(char.IsAsciiDigit))
            return false;
        var now = time.GetUtcNow().ToUnixTimeSeconds() / Step;
        for (var step = now - 1; step <= now + 1; step++)
        {
            if (step <= user.LastCodeStep || !IsSame(Code(key, step), token))
                continue;
            user.LastCodeStep = step;
            return await users.TrySaveAsync(user, CancellationToken.None);
        }

        return false;
    }

    /// <summary>What an app shows in this step of 30 seconds.</summary>
    internal static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        // SHA-1 is what every app computes; as a keyed hash it is not broken.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fff_ffff;
        return (number % Digits).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static bool IsSame(string one, string other) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.ASCII.GetBytes(one), System.Text.Encoding.ASCII.GetBytes(other));

    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static string Base32(byte[] bytes)
    {
        var text = new System.Text.StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var value = 0;
            for (var i = bit; i < bit + 5; i++)
                value = (value << 1) | (i < bytes.Length * 8 ? (bytes[i / 8] >> (7 - i % 8)) & 1 : 0);
            text.Append(Alphabet[value]);
        }

        return text.ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var bytes = new byte[text.Length * 5 / 8];
        for (var bit = 0; bit < bytes.Length * 8; bit++)
            if (((Alphabet.IndexOf(text[bit / 5], StringComparison.Ordinal) >> (4 - bit % 5)) & 1) == 1)
                bytes[bit / 8] |= (byte)(1 << (7 - bit % 8));
        return bytes;
    }
}
