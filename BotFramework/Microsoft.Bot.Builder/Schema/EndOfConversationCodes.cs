namespace Microsoft.Bot.Schema;

/// <summary>Why a conversation ended.</summary>
public static class EndOfConversationCodes
{
    /// <summary>Nobody knows.</summary>
    public const string Unknown = "unknown";

    /// <summary>All is done.</summary>
    public const string CompletedSuccessfully = "completedSuccessfully";

    /// <summary>The user wants no more.</summary>
    public const string UserCancelled = "userCancelled";

    /// <summary>The bot did not answer in time.</summary>
    public const string BotTimedOut = "botTimedOut";

    /// <summary>The bot sent something that the channel cannot read.</summary>
    public const string BotIssuedInvalidMessage = "botIssuedInvalidMessage";

    /// <summary>The channel could not reach the bot.</summary>
    public const string ChannelFailed = "channelFailed";
}
