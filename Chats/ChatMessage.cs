namespace CommerceBot.Chats;

/// <summary>Who said a message of a chat. The names are stored.</summary>
internal enum ChatSide
{
    Shopper,
    Bot,

    /// <summary>At the desk.</summary>
    Person,

    /// <summary>In the channel's own inbox.</summary>
    Inbox,

    /// <summary>Nobody: something happened, and the text is its <see cref="ChatHappened"/>.</summary>
    Event,
}

/// <summary>What happens to a chat beside its messages. The names are stored.</summary>
internal enum ChatHappened
{
    Waiting,
    Taken,
    TakenOver,
    Returned,
    Lapsed,
    Inbox,
}

/// <summary>One line of a chat as the desk shows it.</summary>
/// <param name="Who">The person; null where there is none.</param>
/// <param name="Intent">What the bot understood of what the shopper wrote; null for all else.</param>
internal sealed record ChatMessage(ChatSide Side, DateTimeOffset At, string Text, string? Who = null, string? Intent = null)
{
    /// <summary>Where pictures and files lie that came with it, https only; null for none.</summary>
    public IReadOnlyList<string>? Links { get; init; }

    public static ChatMessage Of(ChatHappened happened, DateTimeOffset at, string? who) =>
        new(ChatSide.Event, at, happened.ToString(), who);
}
