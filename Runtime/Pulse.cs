namespace CommerceBot.Runtime;

/// <summary>Counts what is under way, so that a shutdown, or a test with a clock of its own, can wait until all is quiet.</summary>
public sealed class Pulse
{
    private readonly Lock _lock = new();
    private int _busy;
    private TaskCompletionSource? _quiet;

    public int Busy => Volatile.Read(ref _busy);

    public void Begin() => Interlocked.Increment(ref _busy);

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

    /// <summary>Ends at a moment when nothing waits and nothing runs.</summary>
    public Task WhenQuietAsync()
    {
        lock (_lock)
        {
            if (Busy == 0)
                return Task.CompletedTask;
            var quiet = (_quiet ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
            // It may have become quiet between the look and the wish.
            if (Busy == 0)
            {
                _quiet?.TrySetResult();
                _quiet = null;
            }

            return quiet;
        }
    }
}
