using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// For a bot without an app id. A request without a token is let in; one with a token is not, since nobody here could
/// tell whether it is genuine.
/// </summary>
internal sealed class AnonymousAuthentication(ServiceClientCredentialsFactory credentials, IHttpClientFactory? httpClients)
    : BotFrameworkAuthentication
{
    public const string Audience = "https://api.botframework.com";
    public const string AuthenticationType = "anonymous";

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string? authHeader, CancellationToken cancellationToken)
    {
        if (!await credentials.IsAuthenticationDisabledAsync(cancellationToken))
            throw new UnauthorizedAccessException(NotYet);
        if (!string.IsNullOrWhiteSpace(authHeader))
            throw new UnauthorizedAccessException("The request carries a token, and this bot has no MicrosoftAppId to check it against.");
        var identity = new ClaimsIdentity([], AuthenticationType);
        return new AuthenticateRequestResult
        {
            Audience = Audience,
            ClaimsIdentity = identity,
            ConnectorFactory = CreateConnectorFactory(identity),
        };
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new PlainConnectorFactory(httpClients);

    public override string GetOriginatingAudience() => Audience;

    internal const string NotYet =
        "Requests to a bot with a MicrosoftAppId carry tokens, and checking them is not available yet. Leave MicrosoftAppId empty in "
        + "appsettings.json to run without authentication, on this machine only.";
}

/// <summary>Clients that prove nothing.</summary>
internal sealed class PlainConnectorFactory(IHttpClientFactory? httpClients) : ConnectorFactory
{
    public override Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken) =>
        Task.FromResult<IConnectorClient>(new ConnectorClient(new Uri(serviceUrl, UriKind.Absolute), httpClients?.CreateClient()));
}
