using CommerceBot.Simulator.Hosting;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>What this data folder's shop must not tell anybody: its tokens and keys.</summary>
internal static class Secrets
{
    public static IReadOnlyList<(string Name, string Value)> In(string folder)
    {
        var all = SimulatorSecrets.ReadOrCreate(folder);
        var signing = Path.Combine(folder, "keys", "signing.key");
        return
        [
            ("the app secret", all.FacebookAppSecret),
            ("the verify token", all.FacebookVerifyToken),
            ("the Page's access token", all.FacebookAccessToken),
            ("Stripe's API key", all.StripeApiKey),
            ("Stripe's webhook secret", all.StripeWebhookSecret),
            .. File.Exists(signing) ? [("the key that signs links", File.ReadAllText(signing).Trim())] : Array.Empty<(string, string)>(),
        ];
    }
}
