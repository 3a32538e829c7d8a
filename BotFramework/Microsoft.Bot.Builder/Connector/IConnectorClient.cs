namespace Microsoft.Bot.Connector;

/// <summary>A channel's REST service, as a bot calls it.</summary>
public interface IConnectorClient : IDisposable
{
    /// <summary>Where the service is.</summary>
    Uri BaseUri { get; set; }

    /// <summary>The conversations of this service.</summary>
    IConversations Conversations { get; }
}
