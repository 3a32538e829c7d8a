namespace CommerceBot.Runtime;

/// <summary>
/// Tells when the wall clock was set, and when the machine slept. Timers count neither: one armed for an hour still has an
/// hour to go after a night of sleep. So whoever waits for a moment of the wall clock hears of it here.
/// </summary>
public sealed class WallClock(TimeProvider time)
{
    /// <summary>What an even clock may differ by between two looks: less is drift, and adds up until it is told.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(500);

    /// <summary>Both clocks are read within this time, or the look proves nothing.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly HashSet<Action<TimeSpan>> _listeners = [];
    private DateTimeOffset _wall = time.GetUtcNow();
    private long _steady = time.GetTimestamp();

    /// <summary>What the wall clock says, in UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>From now on hears how far the clock was set: forward above zero, which is also what a sleep looks like.</summary>
    public void Listen(Action<TimeSpan> stepped)
    {
        lock (_lock)
            _listeners.Add(stepped);
    }

    /// <summary>Hears nothing any more; one that never listened is no error.</summary>
    public void Leave(Action<TimeSpan> stepped)
    {
        lock (_lock)
            _listeners.Remove(stepped);
    }

    /// <summary>Compares the clocks; asked for several times a second.</summary>
    public void Look()
    {
        var (before, wall, after) = (time.GetTimestamp(), time.GetUtcNow(), time.GetTimestamp());
        if (time.GetElapsedTime(before, after) > AtOnce)
            return;
        Action<TimeSpan>[] listeners;
        TimeSpan step;
        lock (_lock)
        {
            step = wall - _wall - time.GetElapsedTime(_steady, before);
            if (step.Duration() <= Tolerance)
                return;
            (_wall, _steady) = (wall, before);
            listeners = [.. _listeners];
        }

        foreach (var stepped in listeners)
            stepped(step);
    }

    /// <summary>
    /// Ends when so much time has passed, by a timer or by the wall clock, whichever says so first. Whoever awaits it goes
    /// on at once, on the thread that ended it.
    /// </summary>
    public async Task PauseAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + pause;
        var over = new TaskCompletionSource();
        Action<TimeSpan> look = _ =>
        {
            if (time.GetUtcNow() >= until)
                over.TrySetResult();
        };
        Listen(look);
        try
        {
            using var timer = time.CreateTimer(_ => over.TrySetResult(), null, pause, Timeout.InfiniteTimeSpan);
            using var stop = cancellationToken.UnsafeRegister((_, token) => over.TrySetCanceled(token), null);
            await over.Task;
        }
        finally
        {
            Leave(look);
        }
    }
}
