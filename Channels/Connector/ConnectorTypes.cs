using System.Collections.Frozen;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Connector;

/// <summary>The types of activities that are counted by their name; a tool may send any other.</summary>
internal static class ConnectorTypes
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        ActivityTypes.Message,
        ActivityTypes.ContactRelationUpdate,
        ActivityTypes.ConversationUpdate,
        ActivityTypes.Typing,
        ActivityTypes.EndOfConversation,
        ActivityTypes.Event,
        ActivityTypes.Invoke,
        ActivityTypes.MessageUpdate,
        ActivityTypes.MessageDelete,
        ActivityTypes.InstallationUpdate,
        ActivityTypes.MessageReaction, ActivityTypes.Suggestion, ActivityTypes.Trace, ActivityTypes.Handoff);

    public static string Counted(string type) => Known.Contains(type) ? type : EndpointMetrics.Other;
}
