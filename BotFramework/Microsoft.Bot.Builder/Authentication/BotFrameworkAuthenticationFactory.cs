using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes the authentication that fits a bot's settings.</summary>
public static class BotFrameworkAuthenticationFactory
{
    /// <summary>For a bot without an app id: callers without a token are let in.</summary>
    public static BotFrameworkAuthentication Create() => new AnonymousAuthentication(new PasswordServiceClientCredentialFactory(), null);

    /// <summary>As the credentials say. While they hold an app id every request is refused: tokens cannot be checked yet.</summary>
    public static BotFrameworkAuthentication Create(
        string? channelService,
        bool validateAuthority,
        string? toChannelFromBotLoginUrl,
        string? toChannelFromBotOAuthScope,
        string? toBotFromChannelTokenIssuer,
        string? oAuthUrl,
        string? toBotFromChannelOpenIdMetadataUrl,
        string? toBotFromEmulatorOpenIdMetadataUrl,
        string? callerId,
        ServiceClientCredentialsFactory credentialFactory,
        AuthenticationConfiguration? authConfiguration,
        IHttpClientFactory? httpClientFactory,
        ILogger? logger) => new AnonymousAuthentication(credentialFactory, httpClientFactory);
}
