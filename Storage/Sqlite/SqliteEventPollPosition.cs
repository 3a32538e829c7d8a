using System.Globalization;
using CommerceBot.Payments;

namespace CommerceBot.Storage.Sqlite;

/// <summary>One line of the database's own table. Written every few minutes, over a connection of its own.</summary>
internal sealed class SqliteEventPollPosition(Database database) : IEventPollPosition
{
    private const string Name = "stripe-events-read";

    public async Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken)
    {
        using var loan = await database.BorrowAsync(cancellationToken);
        return
            Database.ReadMeta(loan.Session, Name) is { } kept
            && long.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : null;
    }

    public Task SaveAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        Database.WriteMeta(session, Name, until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }
}
