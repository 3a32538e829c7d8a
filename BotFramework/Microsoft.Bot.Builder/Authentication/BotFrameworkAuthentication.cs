using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Decides who may talk to the bot, and how the bot proves itself in turn.</summary>
public abstract class BotFrameworkAuthentication
{
    /// <summary>Throws UnauthorizedAccessException for a caller that is not let in.</summary>
    public abstract Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string? authHeader, CancellationToken cancellationToken);

    /// <summary>For a caller who is known already, such as in a turn that the bot begins by itself.</summary>
    public abstract ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity);

    /// <exception cref="NotImplementedException">An authentication that does not say.</exception>
    public virtual string GetOriginatingAudience() => throw new NotImplementedException();

    /// <exception cref="NotImplementedException">An authentication that takes no such requests.</exception>
    public virtual Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The caller's id for the activity: the one set for this cloud, or none while authentication is off.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "An instance method in Microsoft's API.")]
    protected async Task<string?> GenerateCallerIdAsync(
        ServiceClientCredentialsFactory credentialFactory, ClaimsIdentity claimsIdentity, string? callerId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(credentialFactory);
        return await credentialFactory.IsAuthenticationDisabledAsync(cancellationToken) ? null : callerId;
    }
}
