using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>
/// Wakes when the next stored timer is due. Sleeps otherwise. When the clock is set back, the timers go back with it: who
/// was promised an answer in two seconds waits for no hour that the clock takes again.
/// </summary>
internal sealed class Timers(IRuntimeStore store, WallClock clock, TimeProvider time, ILogger<Timers> log) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private ITimer? _timer;
    private DateTimeOffset _next = DateTimeOffset.MaxValue;
    private TimeSpan _setBack;
    private bool _stopped;

    public void Start()
    {
        clock.Listen(Stepped);
        Wake(time.GetUtcNow());
    }

    /// <summary>A timer was set that may be earlier than the one waited for.</summary>
    public void Wake(DateTimeOffset due)
    {
        lock (_lock)
        {
            if (_stopped || due >= _next)
                return;
            _next = due;
            _timer ??= time.CreateTimer(
                static self => _ = ((Timers)self!).MoveAsync(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            var wait = due - time.GetUtcNow();
            _timer.Change(wait < TimeSpan.Zero ? TimeSpan.Zero : wait < Longest ? wait : Longest, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose()
    {
        clock.Leave(Stepped);
        lock (_lock)
        {
            _stopped = true;
            _timer?.Dispose();
        }
    }

    /// <summary>What the timer was armed for is no longer true.</summary>
    private void Stepped(TimeSpan by)
    {
        lock (_lock)
        {
            if (_stopped)
                return;
            if (by < TimeSpan.Zero)
                _setBack -= by;
        }

        _ = MoveAsync();
    }

    private async Task MoveAsync()
    {
        TimeSpan setBack;
        lock (_lock)
        {
            _next = DateTimeOffset.MaxValue;
            (setBack, _setBack) = (_setBack, TimeSpan.Zero);
        }

        try
        {
            var now = time.GetUtcNow();
            var next = await store.MoveDueTimersAsync(now, setBack, CancellationToken.None);
            Wake(next ?? now + Longest);
        }
        catch (Exception problem)
        {
            log.TimersFailed(problem);
            lock (_lock)
                _setBack += setBack;
            Wake(time.GetUtcNow() + TimeSpan.FromSeconds(5));
        }
    }
}
