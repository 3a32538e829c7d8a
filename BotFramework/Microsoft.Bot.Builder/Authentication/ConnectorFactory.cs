namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Makes the clients with which a bot answers one caller.</summary>
public abstract class ConnectorFactory
{
    public abstract Task<IConnectorClient> CreateAsync(string serviceUrl, string? audience, CancellationToken cancellationToken);
}
