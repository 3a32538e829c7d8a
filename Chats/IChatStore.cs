namespace CommerceBot.Chats;

/// <summary>The chat of a turn's own lane: read from the turn's snapshot, written with its commit.</summary>
internal interface IChatStore
{
    /// <summary>Null for a conversation that never waited for a person nor had one.</summary>
    Task<Chat?> FindAsync(CancellationToken cancellationToken);

    void Save(Chat chat);

    void Add(ChatMessage message);

    /// <summary>Adds to the audit.</summary>
    /// <param name="action">Such as <c>chat.taken</c>.</param>
    /// <param name="by">A person of the desk.</param>
    void Record(string action, DateTimeOffset at, string by);

    /// <summary>Whether the desk has people at all: else nobody can answer.</summary>
    Task<bool> IsAttendedAsync(CancellationToken cancellationToken);

    /// <summary>The lane is told <see cref="ChatEvents.ReturnDue"/> then; null for never.</summary>
    void ReturnAt(DateTimeOffset? due);

    /// <summary>The lane, whose rows these are.</summary>
    CommerceBot.Orders.LaneId Lane { get; }

    /// <summary>A name for what begins in this turn, the same in its second run.</summary>
    string TurnId { get; }
}
