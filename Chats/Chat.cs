using CommerceBot.Orders;

namespace CommerceBot.Chats;

/// <summary>Who answers in a conversation. The numbers are stored.</summary>
internal enum ChatState
{
    /// <summary>The bot.</summary>
    Bot = 0,

    /// <summary>The bot, and the shopper waits for a person.</summary>
    Waiting = 1,

    /// <summary>A person at the desk.</summary>
    Person = 2,

    /// <summary>A person in the channel's own inbox.</summary>
    Inbox = 3,
}

/// <summary>
/// A conversation as the shop's people see it: who answers, since when, and what they must know to answer. It is kept for those that
/// wait for a person or had one; only turns of its lane change it.
/// </summary>
internal sealed record Chat(LaneId Lane, ShopperId Shopper, ChatState State, DateTimeOffset Since)
{
    /// <summary>As the channel says it; null where it says none.</summary>
    public string? Name { get; init; }

    /// <summary>In which the shopper is written to.</summary>
    public string Language { get; init; } = "en";

    /// <summary>A person of the desk who has it; null when none has.</summary>
    public string? PersonId { get; init; }

    public string? PersonName { get; init; }

    /// <summary>Who acted last: the id of a person, or <see cref="Elsewhere"/>.</summary>
    public string? Actor { get; init; }

    /// <summary>Counts up when somebody else than before acts: what a form must have seen.</summary>
    public int Revision { get; init; }

    /// <summary>When the shopper wrote last, as far as it is known; a window counts from there.</summary>
    public DateTimeOffset? WroteAt { get; init; }

    /// <summary>When a person wrote last.</summary>
    public DateTimeOffset? Answered { get; init; }

    /// <summary>When the bot comes back by itself; null while a person does not have it.</summary>
    public DateTimeOffset? ReturnsAt { get; init; }

    /// <summary>Why it waits or waited; null when it never did.</summary>
    public ChatReason? Reason { get; init; }

    /// <summary>What was asked when it began to wait.</summary>
    public string? Asked { get; init; }

    /// <summary>The name of the intent in that.</summary>
    public string? Intent { get; init; }

    /// <summary>The beginning of the last message.</summary>
    public string? Last { get; init; }

    public ChatFacts Facts { get; init; } = ChatFacts.None;

    /// <summary>The name of somebody who answers outside the desk.</summary>
    public const string Elsewhere = "inbox";

    /// <summary>Whether the bot keeps still.</summary>
    public bool IsSilent => State is ChatState.Person or ChatState.Inbox;

    /// <summary>Whether messages are kept for the desk.</summary>
    public bool IsOpen => State != ChatState.Bot;

    /// <summary>Whether the shopper wrote and no person has answered it.</summary>
    public bool Unanswered { get; init; }
}

/// <summary>Why a chat came to the queue. The names are stored.</summary>
internal enum ChatReason
{
    Asked,
    NotUnderstood,
    Complaint,
    Refund,
    Cancellation,
}

/// <summary>What the shopper has in the shop, as of the last message.</summary>
/// <param name="Total">What the cart comes to, in minor units.</param>
/// <param name="Orders">The newest first.</param>
/// <param name="Email">Of the newest order; null when nothing was ordered.</param>
internal sealed record ChatFacts(
    IReadOnlyList<ChatCartLine> Cart, long Total, string Currency, IReadOnlyList<ChatOrder> Orders, string? Email)
{
    public static ChatFacts None { get; } = new([], 0, "EUR", [], null);
}

/// <param name="Total">Minor units.</param>
internal sealed record ChatCartLine(string Title, int Quantity, long Total);

internal sealed record ChatOrder(string Number, string State);
