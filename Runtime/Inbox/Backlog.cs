namespace CommerceBot.Runtime.Inbox;

/// <summary>
/// How many rows are in memory for their turn. Whoever brings more than turns can take waits at the door, as long as Meta and
/// Stripe bear it: a row costs some kilobytes until its turn is over, and a heap of them has an end.
/// </summary>
public sealed class Backlog(TimeProvider time)
{
    /// <summary>Seconds of work of one machine, and some 20 MB.</summary>
    public const int Most = 2000;

    /// <summary>Meta waits 20 seconds for an answer, Stripe as long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private readonly Lock _lock = new();
    private TaskCompletionSource? _room;
    private int _rows;

    public int Rows => Volatile.Read(ref _rows);

    /// <summary>Ends when there is room, or when waiting longer would make the sender send again. It refuses nobody.</summary>
    public async Task WaitForRoomAsync(CancellationToken cancellationToken)
    {
        while (Room() is { } room)
        {
            try
            {
                await room.WaitAsync(Patience, time, cancellationToken);
            }
            catch (TimeoutException)
            {
                return; // It is stored all the same: the disk has more room than the memory.
            }
        }
    }

    internal void Enter() => Interlocked.Increment(ref _rows);

    internal void Leave()
    {
        if (Interlocked.Decrement(ref _rows) >= Most)
            return;
        if (Volatile.Read(ref _room) is null)
            return;
        TaskCompletionSource? room;
        lock (_lock)
            (room, _room) = (_room, null);
        room?.TrySetResult();
    }

    private Task? Room()
    {
        if (Rows < Most)
            return null;
        lock (_lock)
        {
            // It may have emptied before anybody could be told.
            return Rows < Most ? null : (_room ??= new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }
    }
}
