namespace CommerceBot.Payments.Stripe;

/// <summary>The settings under <c>Stripe</c>.</summary>
public sealed class StripeOptions
{
    public string ApiKey { get; set; } = "";

    /// <summary>One secret, or several with commas between while one replaces another.</summary>
    public string WebhookSecret { get; set; } = "";

    public string ApiBase { get; set; } = "https://api.stripe.com";

    /// <summary>Whether real money moves with this key.</summary>
    public bool IsLive => ApiKey.StartsWith("sk_live_", StringComparison.Ordinal) || ApiKey.StartsWith("rk_live_", StringComparison.Ordinal);

    public IReadOnlyList<string> WebhookSecrets => WebhookSecret.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
