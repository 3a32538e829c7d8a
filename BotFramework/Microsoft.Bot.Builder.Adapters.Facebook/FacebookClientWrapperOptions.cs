namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Where Graph is and how we show who we are.</summary>
public class FacebookClientWrapperOptions
{
    /// <param name="apiHost">A host, or an address with a scheme.</param>
    /// <param name="apiVersion">The default is the one of Microsoft's package, long gone at Meta: set a current one.</param>
    public FacebookClientWrapperOptions(
        string? verifyToken,
        string? appSecret,
        string? accessToken,
        string apiHost = "graph.facebook.com",
        string apiVersion = "v3.2")
    {
        FacebookVerifyToken = verifyToken;
        FacebookAppSecret = appSecret;
        FacebookAccessToken = accessToken;
        FacebookApiHost = apiHost;
        FacebookApiVersion = apiVersion;
    }

    /// <summary>A host, or an address with a scheme and a path in front of the version; without a scheme it is https.</summary>
    public string FacebookApiHost { get; set; }

    /// <summary>Such as <c>v26.0</c>; it stands in every call's path.</summary>
    public string FacebookApiVersion { get; set; }

    /// <summary>The word that Meta repeats when a webhook is set up.</summary>
    public string? FacebookVerifyToken { get; set; }

    /// <summary>Signs webhooks, and proves the token of calls.</summary>
    public string? FacebookAppSecret { get; set; }

    /// <summary>The token of the Page, or of the Pages that have none of their own.</summary>
    public string? FacebookAccessToken { get; set; }

    /// <summary>The token of one Page by its id; null from it means the common token.</summary>
    public Func<string, string?>? PageAccessToken { get; set; }

    /// <summary>How long one call may take; then its outcome is unknown.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls at once.</summary>
    public int MaxConnectionsPerServer { get; set; } = 64;

    /// <summary>The clock behind waits; a test sets its own.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;
}
