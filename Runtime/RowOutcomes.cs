using System.Collections.Concurrent;

namespace CommerceBot.Runtime;

/// <summary>Lets a request wait for the turn of its own row.</summary>
public sealed class RowOutcomes(IRuntimeStore store, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _waiting = new();

    /// <summary>How the row ended; null when it did not end in time.</summary>
    public async Task<RowOutcome?> WaitAsync(long seq, TimeSpan longest, CancellationToken cancellationToken)
    {
        var ended = _waiting.GetOrAdd(seq, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        try
        {
            // It may have ended before anybody waited.
            if (await store.OutcomeAsync(seq, cancellationToken) is { } early)
            {
                Ended(seq);
                return early;
            }

            await ended.WaitAsync(longest, time, cancellationToken);
            return await store.OutcomeAsync(seq, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Frees all who wait: a request that was repeated waits beside the first.</summary>
    internal void Ended(long seq)
    {
        if (_waiting.TryRemove(seq, out var waiting))
            waiting.TrySetResult();
    }
}
