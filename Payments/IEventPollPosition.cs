namespace CommerceBot.Payments;

/// <summary>Remembers up to when the gateway's list of events was read, so that a restart does not read it all again.</summary>
public interface IEventPollPosition
{
    /// <summary>Null when it was never read.</summary>
    Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Replaces the time that was kept before.</summary>
    Task SaveAsync(DateTimeOffset until, CancellationToken cancellationToken);
}
