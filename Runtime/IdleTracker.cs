namespace CommerceBot.Runtime;

/// <summary>Counts what is under way, so that a shutdown, or a test with a clock of its own, can wait until all is quiet.</summary>
public sealed class IdleTracker
{
    private readonly Lock _lock = new();
    private int _busy;
    private long _beats;
    private TaskCompletionSource? _quiet;

    /// <summary>How many things run now, waits for the clock not counted.</summary>
    public int Busy => Volatile.Read(ref _busy);

    /// <summary>How often something began. Two looks that find the same number have nothing between them.</summary>
    public long Starts => Volatile.Read(ref _beats);

    /// <summary>Something begins; whoever calls it ends it by <see cref="End"/>.</summary>
    public void Begin()
    {
        Interlocked.Increment(ref _busy);
        Interlocked.Increment(ref _beats);
    }

    /// <summary>What began is over, or waits for the clock from now on.</summary>
    public void End()
    {
        if (Interlocked.Decrement(ref _busy) != 0)
            return;
        lock (_lock)
        {
            _quiet?.TrySetResult();
            _quiet = null;
        }
    }

    /// <summary>What waits for the clock is not under way: nothing comes of it until time has passed.</summary>
    public Task WaitAsync(TimeSpan pause, TimeProvider time, CancellationToken cancellationToken) =>
        WaitAsync(Task.Delay(pause, time, cancellationToken));

    /// <param name="pause">Goes on at once, on the thread that ends it.</param>
    public async Task WaitAsync(Task pause)
    {
        End();
        try
        {
            await pause;
        }
        finally
        {
            Begin();
        }
    }

    /// <summary>Ends at a moment when nothing runs, and nothing waits but for the clock.</summary>
    public Task WhenIdleAsync()
    {
        lock (_lock)
        {
            if (Busy == 0)
                return Task.CompletedTask;
            var quiet = (_quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            // It may have become quiet between the look and the request.
            if (Busy == 0)
            {
                _quiet?.TrySetResult();
                _quiet = null;
            }

            return quiet;
        }
    }
}
