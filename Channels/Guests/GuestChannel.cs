using CommerceBot.Runtime;
using CommerceBot.Runtime.Turns;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Guests;

/// <summary>
/// Orders of guests, who came by a checkout link and have no chat. Everything about such an order waits its turn in a lane
/// of its own, <c>order:{id}</c>: its payment is confirmed, its money given back and its goods moved like any other's.
/// </summary>
internal sealed class GuestChannel : IChannel
{
    public const string LanePrefix = "order:";

    public GuestChannel(TurnPipeline pipeline)
    {
        Adapter = new GuestAdapter();
        pipeline.Install(Adapter);
    }

    /// <summary>Nothing is ever sent.</summary>
    public string MessageKind => "guest";

    public BotAdapter Adapter { get; }

    string IChannel.LanePrefix => LanePrefix;

    /// <summary>Nobody ever wrote from here, so the lane's own name is all there is to know.</summary>
    public ConversationReference ReferenceOf(string lane) => new()
    {
        ChannelId = "guest",
        Conversation = new ConversationAccount { Id = lane },
        User = new ChannelAccount(lane),
        Bot = new ChannelAccount("shop"),
    };

    public Task ShowTypingAsync(string lane, CancellationToken cancellationToken) => Task.CompletedTask;
}
