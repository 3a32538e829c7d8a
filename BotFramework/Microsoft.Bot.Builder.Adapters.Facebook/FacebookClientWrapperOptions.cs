namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Where Graph is and how we show who we are.</summary>
public class FacebookClientWrapperOptions
{
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

    public string FacebookApiVersion { get; set; }

    public string? FacebookVerifyToken { get; set; }

    public string? FacebookAppSecret { get; set; }

    /// <summary>The token of the Page, or of the Pages that have none of their own.</summary>
    public string? FacebookAccessToken { get; set; }

    /// <summary>The token of one Page by its id; null from it means the common token.</summary>
    public Func<string, string?>? PageAccessToken { get; set; }

    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    public int MaxConnectionsPerServer { get; set; } = 64;

    public TimeProvider Time { get; set; } = TimeProvider.System;
}
