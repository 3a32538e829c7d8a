using CommerceBot.Mails;

namespace CommerceBot.Desk.Alerts;

/// <summary>Notices to shoppers who have paid that ended as dead letters, and how far the merchant was told of them.</summary>
internal interface IUndeliveredQueries
{
    /// <summary>Until when they were told, and when; null while nobody ever looked.</summary>
    Task<ToldUntil?> ReadAsync(CancellationToken cancellationToken);

    Task SaveAsync(ToldUntil told, CancellationToken cancellationToken);

    /// <summary>Those that died after a moment and until another, the oldest first.</summary>
    Task<IReadOnlyList<UndeliveredNotice>> BetweenAsync(DateTimeOffset after, DateTimeOffset until, CancellationToken cancellationToken);
}

/// <param name="Until">Dead letters of before are told.</param>
/// <param name="At">When the last mail was written.</param>
internal sealed record ToldUntil(DateTimeOffset Until, DateTimeOffset At);
