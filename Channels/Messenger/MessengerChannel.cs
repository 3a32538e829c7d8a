using System.Text.Json;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Messenger;

/// <summary>Conversations of Facebook Messenger: lane <c>facebook:{page}:{person}</c>.</summary>
internal sealed class MessengerChannel : IChannel, IDisposable
{
    public const string LanePrefix = "facebook:";
    public const string Messages = "messenger";

    private readonly Bulkhead _bulkhead;
    private readonly Lazy<FacebookClientWrapper> _client;
    private readonly Lazy<FacebookAdapter> _adapter;

    public MessengerChannel(
        MessengerSettings settings,
        TurnPipeline pipeline,
        FirstMessageProfile firstContact,
        Bulkhead bulkhead,
        TimeProvider time,
        ILogger<MessengerChannel> log)
    {
        _bulkhead = bulkhead;
        _client = new(() => new FacebookClientWrapper(new FacebookClientWrapperOptions(
            settings.VerifyToken, settings.AppSecret, settings.AccessToken, settings.ApiHost(), settings.ApiVersion)
        {
            PageAccessToken = settings.PageAccessToken,
            MaxConnectionsPerServer = Bulkhead.Connections(settings.MaxConnections),
            Time = time,
        }));
        _adapter = new(() =>
        {
            var adapter = new FacebookAdapter(_client.Value, new FacebookAdapterOptions(), log);
            pipeline.Install(adapter);
            adapter.Use(firstContact);
            return adapter;
        });
    }

    public string MessageKind => Messages;

    public BotAdapter Adapter => _adapter.Value;

    public FacebookClientWrapper Graph => _client.Value;

    string IChannel.LanePrefix => LanePrefix;

    /// <summary>Somebody at the Page may write to a person who never wrote here.</summary>
    public ConversationReference ReferenceOf(string lane)
    {
        var (page, person) = FacebookConversation.Parse(lane[LanePrefix.Length..]);
        return new ConversationReference
        {
            ChannelId = Microsoft.Bot.Connector.Channels.Facebook,
            Conversation = new ConversationAccount { Id = lane[LanePrefix.Length..] },
            User = new ChannelAccount(person),
            Bot = new ChannelAccount(page),
        };
    }

    /// <summary>Nobody who gets no answers needs dots: those of a lane that is slow are left out.</summary>
    public async Task ShowTypingAsync(string lane, CancellationToken cancellationToken)
    {
        if (!_bulkhead.IsSlow(lane))
            await _bulkhead.RunAsync(lane, (Graph, lane), static (call, stop) => ShowAsync(call.Graph, call.lane, stop), cancellationToken);
    }

    private static Task<FacebookAnswer> ShowAsync(FacebookClientWrapper graph, string lane, CancellationToken cancellationToken)
    {
        var (page, person) = FacebookConversation.Parse(lane[LanePrefix.Length..]);
        var body = JsonSerializer.SerializeToUtf8Bytes(new { recipient = new { id = person }, sender_action = "typing_on" });
        return graph.CallAsync(HttpMethod.Post, $"{page ?? "me"}/messages", body, cancellationToken: cancellationToken);
    }

    public void Dispose()
    {
        if (_client.IsValueCreated)
            _client.Value.Dispose();
    }
}
