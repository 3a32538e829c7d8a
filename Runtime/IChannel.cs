using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime;

/// <summary>One way for conversations to come and go.</summary>
public interface IChannel
{
    /// <summary>
    /// How the lanes of this channel begin, such as <c>facebook:</c>. The longest prefix that fits owns a lane; empty owns
    /// those that no other channel does.
    /// </summary>
    string LanePrefix { get; }

    /// <summary>The kind of outbox rows that carry its messages.</summary>
    string MessageKind { get; }

    /// <summary>What this channel's turns run through: it makes activities of what came, and messages of replies.</summary>
    BotAdapter Adapter { get; }

    /// <summary>Where a lane is that nobody ever wrote from; null where somebody must have.</summary>
    ConversationReference? ReferenceOf(string lane) => null;

    /// <summary>Shows that somebody is typing; called when no reply left within half a second. Failing is no matter.</summary>
    Task ShowTypingAsync(string lane, CancellationToken cancellationToken);
}
