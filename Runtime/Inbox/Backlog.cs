namespace CommerceBot.Runtime.Inbox;

/// <summary>
/// How many rows are in memory for their turn. Whoever brings more than turns can take waits there, as long as Meta and
/// Stripe bear it: a row costs some kilobytes until its turn is over, and a heap of them has an end.
/// </summary>
public sealed class Backlog(TimeProvider time)
{
    /// <summary>Seconds of work of one machine, and some 20 MB.</summary>
    public const int Most = 2000;

    /// <summary>Meta waits 20 seconds for an answer, Stripe as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Lock _lock = new();
    private TaskCompletionSource? _space;
    private int _rows;

    /// <summary>Rows that are stored and whose turn is not over.</summary>
    public int Rows => Volatile.Read(ref _rows);

    /// <summary>Ends when there is space, or when waiting longer would make the sender send again. It refuses nobody.</summary>
    public async Task WaitForSpaceAsync(CancellationToken cancellationToken)
    {
        while (Space() is { } space)
        {
            try
            {
                await space.WaitAsync(Patience, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return; // It is stored all the same: the disk has more space than the memory.
            }
        }
    }

    internal void Enter() => Interlocked.Increment(ref _rows);

    internal void Leave()
    {
        if (Interlocked.Decrement(ref _rows) >= Most)
            return;
        if (Volatile.Read(ref _space) is null)
            return;
        TaskCompletionSource? space;
        lock (_lock)
            (space, _space) = (_space, null);
        space?.TrySetResult();
    }

    private Task? Space()
    {
        if (Rows < Most)
            return null;
        lock (_lock)
        {
            // It may have emptied before anybody could be told.
            return Rows < Most ? null : (_space ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
