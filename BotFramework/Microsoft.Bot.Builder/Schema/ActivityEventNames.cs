namespace Microsoft.Bot.Schema;

/// <summary>Names of the events that an adapter itself raises.</summary>
public static class ActivityEventNames
{
    /// <summary>The bot goes on with a conversation by itself.</summary>
    public const string ContinueConversation = "ContinueConversation";

    /// <summary>The bot opened a conversation.</summary>
    public const string CreateConversation = "CreateConversation";
}
