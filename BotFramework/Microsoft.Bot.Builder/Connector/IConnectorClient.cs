namespace Microsoft.Bot.Connector;

/// <summary>A channel's REST service, as a bot calls it.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    IConversations Conversations { get; }
}
