namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes the clients with which a bot answers one caller.</summary>
public abstract class ConnectorFactory
{
    /// <param name="serviceUrl">Where the channel is.</param>
    /// <param name="audience">Whom the token is for; null while there is none.</param>
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken);
}
