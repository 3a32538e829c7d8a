namespace CommerceBot.Runtime;

/// <summary>Wakes when the next stored timer is due. Sleeps otherwise.</summary>
internal sealed class Timers(IRuntimeStore store, TimeProvider time, Microsoft.Extensions.Logging.ILogger<Timers> log) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private DateTimeOffset _next = DateTimeOffset.MaxValue;
    private bool _stopped;

    public void Start() => Wake(time.GetUtcNow());

    /// <summary>A timer was set that may be earlier than the one waited for.</summary>
    public void Wake(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_stopped || due >= _next)
                return;
            _next = due;
            _timer ??= time.CreateTimer(static self => _ = ((Timers)self!).MoveAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var wait = due - time.GetUtcNow();
            _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Longest ? wait : Longest, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _stopped = true;
            _timer?.Dispose();
        }
    }

    private async Task MoveAsync()
    {
        lock (_lock)
            _next = DateTimeOffset.MaxValue;
        try
        {
            var now = time.GetUtcNow();
            var next = await store.MoveDueTimersAsync(now, CancellationToken.None);
            Wake(next ?? now + Longest);
        }
        catch (Exception problem)
        {
            log.TimersFailed(problem);
            Wake(time.GetUtcNow() + TimeSpan.FromSeconds(5));
        }
    }
}
