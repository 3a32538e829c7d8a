using System.Security.Cryptography;
using System.Text;

namespace CommerceBot.Simulator.Stripe.Webhooks;

/// <summary>
/// Signs a webhook as Stripe does: HMAC-SHA256 over "time.payload". https://docs.stripe.com/webhooks#verify-manually
/// (2026-11-23)
/// </summary>
internal static class Signature
{
    public static string Header(string payload, string secret, long now)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{now}.{payload}"));
        return $"t={now},v1={Convert.ToHexStringLower(hash)}";
    }
}
