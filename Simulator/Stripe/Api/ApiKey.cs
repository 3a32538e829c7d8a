using System.Security.Cryptography;
using System.Text;
using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Simulator.Stripe.Api;

/// <summary>The key that the shop shows: the simulator's own, and never a live one.</summary>
internal static class ApiKey
{
    public static void Check(string? authorization, SimulatorSecrets secrets)
    {
        if (authorization is null || !authorization.StartsWith("Bearer ", StringComparison.Ordinal))
        {
            throw StripeRefusal.Unauthorized(
                "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. "
                + "'Authorization: Bearer YOUR_SECRET_KEY')."
            );
        }
        var key = authorization["Bearer ".Length..].Trim();
        if (key.Contains("_live_", StringComparison.Ordinal))
            throw StripeRefusal.Unauthorized(
                "This is the Stripe simulator, and that is a live key: it does not belong here. Check Stripe:ApiBase.", "live_key_refused");
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(secrets.StripeApiKey)))
            throw StripeRefusal.Unauthorized($"Invalid API Key provided: {Masked(key)}");
    }

    private static string Masked(string key) => key.StartsWith("sk_test_", StringComparison.Ordinal) ? "sk_test_****" : "****";
}
