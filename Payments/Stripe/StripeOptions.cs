namespace CommerceBot.Payments.Stripe;

/// <summary>The settings under <c>Stripe</c>.</summary>
public sealed class StripeOptions
{
    /// <summary>Secret (<c>sk_</c>) or restricted (<c>rk_</c>), <c>test</c> or <c>live</c>.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>One secret, or several with commas between while one replaces another.</summary>
    public string WebhookSecret { get; set; } = "";

    /// <summary>Where Stripe is; the simulator's address while it stands for Stripe.</summary>
    public string ApiBase { get; set; } = "https://api.stripe.com";

    /// <summary>Whether real money moves with this key.</summary>
    public bool IsLive =>
        ApiKey.StartsWith("sk_live_", StringComparison.Ordinal) || ApiKey.StartsWith("rk_live_", StringComparison.Ordinal);

    /// <summary><see cref="WebhookSecret"/> by itself or each of several: a signature by any of them is right.</summary>
    public IReadOnlyList<string> WebhookSecrets =>
        WebhookSecret.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
