using Microsoft.Extensions.Configuration;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>The client's options, from a bot's settings.</summary>
public static class FacebookSettings
{
    private const string Host = "https://graph.facebook.com";
    private const string Version = "v26.0";

    /// <summary>
    /// From <c>FacebookVerifyToken</c>, <c>FacebookAppSecret</c> and <c>FacebookAccessToken</c>; host and version are Graph's where
    /// none is set, and <c>Pages:{id}:AccessToken</c> is a further Page's token.
    /// </summary>
    public static FacebookClientWrapperOptions From(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return new FacebookClientWrapperOptions(
            configuration["FacebookVerifyToken"],
            configuration["FacebookAppSecret"],
            configuration["FacebookAccessToken"],
            Given(configuration["FacebookApiHost"]) ?? Host,
            Given(configuration["FacebookApiVersion"]) ?? Version)
        {
            PageAccessToken = page => Given(configuration[$"Pages:{page}:AccessToken"]),
        };
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
