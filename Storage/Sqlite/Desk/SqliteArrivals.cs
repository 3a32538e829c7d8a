using CommerceBot.Desk.Health;
using CommerceBot.Payments;
using CommerceBot.Runtime;

namespace CommerceBot.Storage.Sqlite.Desk;

internal sealed class SqliteArrivals(DeskReader reader, IEventPollPosition position) : IArrivals
{
    public async Task<LastSeen> LastSeenAsync(CancellationToken cancellationToken)
    {
        var read = await position.ReadAsync(cancellationToken);
        return await reader.ReadAsync(
            session => new LastSeen(Last(session, RowKind.Message), Last(session, RowKind.GatewayEvent), read), cancellationToken);
    }

    /// <summary>Of the newest rows: those of one kind lie close together, and a whole inbox is not read for it.</summary>
    private static DateTimeOffset? Last(Session session, RowKind kind)
    {
        var query = session["SELECT max(received) FROM (SELECT kind, received FROM inbox ORDER BY seq DESC LIMIT 5000) WHERE kind = ?1"]
            .Bind(1, (long)kind);
        DateTimeOffset? last = query.Step() && !query.IsNull(0) ? DateTimeOffset.FromUnixTimeMilliseconds(query.Int64(0)) : null;
        query.Reset();
        return last;
    }
}
