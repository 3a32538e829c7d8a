namespace CommerceBot.Payments;

/// <summary>Remembers up to when the gateway's list of events was read, so that a restart does not read it all again.</summary>
public interface IEventPollMark
{
    /// <summary>Null when it was never read.</summary>
    Task<DateTimeOffset?> ReadAsync(CancellationToken cancellationToken);

    Task SaveAsync(DateTimeOffset until, CancellationToken cancellationToken);
}
