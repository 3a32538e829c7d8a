using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommerceBot.Payments.Stripe;

/// <summary>
/// Stripe's <c>t=...,v1=...</c> (docs.stripe.com/webhooks, read 2026-11-23). Our own check and not Stripe.net's, which
/// throws five kinds of exceptions at headers that anybody can send.
/// </summary>
internal static class StripeSignature
{
    private const int LongestHeader = 2000;

    /// <summary>What is wrong with the signature; null when it is right.</summary>
    public static string? Fault(string? body, string? header, IReadOnlyCollection<string> secrets, DateTimeOffset now, TimeSpan tolerance)
    {
        if (string.IsNullOrEmpty(header) || header.Length > LongestHeader)
            return "The Stripe-Signature header is missing or too long.";
        if (body is null || secrets.Count == 0)
            return "There is nothing to compare with.";
        var parts = header.Split(',').Select(part => part.Split('=', 2)).Where(part => part.Length == 2).ToList();
        var stamp = parts.FirstOrDefault(part => part[0].Trim() == "t")?[1].Trim();
        if (!long.TryParse(stamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            return "The signature has no time.";

        var given = parts.Where(part => part[0].Trim() == "v1").Select(part => Bytes(part[1].Trim())).OfType<byte[]>().ToList();
        var signed = Encoding.UTF8.GetBytes($"{stamp}.{body}");
        var right = false;
        foreach (var secret in secrets)
        {
            var ours = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), signed);
            foreach (var theirs in given)
                right |= CryptographicOperations.FixedTimeEquals(ours, theirs);
        }

        if (!right)
            return "The signature is wrong.";
        // Subtracting from our own clock cannot overflow, whatever the header says.
        return Math.Abs((decimal)seconds - now.ToUnixTimeSeconds()) > (decimal)tolerance.TotalSeconds
            ? "The signature is too old, or a clock is wrong."
            : null;
    }

    private static byte[]? Bytes(string hex) =>
        hex.Length == 64 && hex.All(char.IsAsciiHexDigit) ? Convert.FromHexString(hex) : null;
}
