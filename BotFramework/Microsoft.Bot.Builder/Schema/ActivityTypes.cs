namespace Microsoft.Bot.Schema;

/// <summary>The kinds of activity.</summary>
public static class ActivityTypes
{
    /// <summary>The bot was put on a contact list or taken off.</summary>
    public const string ContactRelationUpdate = "contactRelationUpdate";

    /// <summary>Somebody came or left, or the topic changed.</summary>
    public const string ConversationUpdate = "conversationUpdate";

    /// <summary>The conversation is over.</summary>
    public const string EndOfConversation = "endOfConversation";

    /// <summary>Something that nobody said, told by name.</summary>
    public const string Event = "event";

    /// <summary>A pause before the next activity, in milliseconds, which an adapter keeps and does not send.</summary>
    public const string Delay = "delay";

    /// <summary>A user wants their data deleted.</summary>
    public const string DeleteUserData = "deleteUserData";

    /// <summary>The conversation goes to somebody else, or comes back.</summary>
    public const string Handoff = "handoff";

    /// <summary>The bot was installed or removed.</summary>
    public const string InstallationUpdate = "installationUpdate";

    /// <summary>A question that wants its answer at once.</summary>
    public const string Invoke = "invoke";

    /// <summary>Something said.</summary>
    public const string Message = "message";

    /// <summary>A message was taken back.</summary>
    public const string MessageDelete = "messageDelete";

    /// <summary>Somebody reacted to a message, or took it back.</summary>
    public const string MessageReaction = "messageReaction";

    /// <summary>A message was changed.</summary>
    public const string MessageUpdate = "messageUpdate";

    /// <summary>A private proposal to one of those in a conversation.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>A note for whoever develops the bot.</summary>
    public const string Trace = "trace";

    /// <summary>Somebody is writing.</summary>
    public const string Typing = "typing";

    /// <summary>A command from one bot to another.</summary>
    public const string Command = "command";

    /// <summary>What became of a command.</summary>
    public const string CommandResult = "commandResult";
}
