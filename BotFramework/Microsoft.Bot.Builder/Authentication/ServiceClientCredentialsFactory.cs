namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Knows the bot's app id.</summary>
public abstract class ServiceClientCredentialsFactory
{
    /// <summary>Whether a token for this app id is for this bot.</summary>
    public abstract Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken);

    /// <summary>True while the bot has no app id.</summary>
    public abstract Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken);
}
