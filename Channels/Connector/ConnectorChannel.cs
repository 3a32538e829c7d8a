using CommerceBot.Runtime;
using CommerceBot.Runtime.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Connector;

/// <summary>Conversations that come by the Bot Connector protocol: every lane that no other channel owns.</summary>
internal sealed class ConnectorChannel : IChannel
{
    public const string Messages = "connector";

    public ConnectorChannel(
        TurnPipeline pipeline,
        ConversationState conversations,
        IConfiguration settings,
        IHttpClientFactory http,
        ILogger<ConnectorChannel> log)
    {
        Adapter = new CloudAdapter(settings, http, log);
        pipeline.Install(Adapter);
        Adapter.Use(new ClientMapping(conversations));
    }

    public string MessageKind => Messages;

    public BotAdapter Adapter { get; }

    /// <summary>A channel of the Connector has a name of its own, which begins its lanes.</summary>
    public string LanePrefix => "";

    /// <summary>The Emulator shows a reply at once or not at all: dots would only be noise in its log.</summary>
    public Task ShowTypingAsync(string lane, CancellationToken cancellationToken) => Task.CompletedTask;
}
