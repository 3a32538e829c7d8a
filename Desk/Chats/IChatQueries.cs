using CommerceBot.Chats;
using CommerceBot.Orders;

namespace CommerceBot.Desk.Chats;

/// <summary>Chats as the desk reads them, over connections of its own.</summary>
internal interface IChatQueries
{
    /// <param name="person">Whose chats are theirs.</param>
    Task<ChatLists> ListAsync(string person, CancellationToken cancellationToken);

    /// <summary>Null when there is none of that number.</summary>
    Task<ChatDetails?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The chat of a lane; null while it has none.</summary>
    Task<long?> IdOfAsync(LaneId lane, CancellationToken cancellationToken);

    /// <summary>Whether somebody ever wrote from there.</summary>
    Task<bool> IsKnownAsync(LaneId lane, CancellationToken cancellationToken);

    Task<ChatCounts> CountAsync(CancellationToken cancellationToken);
}

/// <param name="Touched">When something happened in it last.</param>
internal sealed record ChatRow(long Id, Chat Chat, DateTimeOffset Touched);

/// <param name="Waiting">Who waits longest is the first.</param>
/// <param name="Others">Of other people, and those that are answered in the channel's own inbox.</param>
/// <param name="Bot">That had a person lately, the newest first.</param>
/// <param name="Recent">Conversations that only the bot had, the newest first.</param>
internal sealed record ChatLists(
    IReadOnlyList<ChatRow> Waiting, IReadOnlyList<ChatRow> Mine, IReadOnlyList<ChatRow> Others, IReadOnlyList<ChatRow> Bot,
    IReadOnlyList<RecentLane> Recent);

/// <param name="Day">When somebody wrote there, to the day.</param>
internal sealed record RecentLane(LaneId Lane, string? Name, DateTimeOffset Day);

/// <param name="Lines">The last of them, the oldest first.</param>
internal sealed record ChatDetails(ChatRow Row, IReadOnlyList<ChatLine> Lines);

/// <param name="Refused">Why it did not reach the shopper; null when it did, or may yet.</param>
internal sealed record ChatLine(long Id, ChatMessage Message, bool IsOnItsWay, string? Refused);

/// <param name="Newest">The number of the newest message: a higher one tells that something happened.</param>
internal sealed record ChatCounts(long Waiting, long Newest);
