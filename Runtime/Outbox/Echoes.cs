using System.Collections.Concurrent;

namespace CommerceBot.Runtime.Outbox;

/// <summary>Messages of unknown fate that wait for the channel to show its copy. Waiting is rest, as far as the pulse goes.</summary>
internal sealed class Echoes(Pulse pulse, TimeProvider time)
{
    private readonly ConcurrentDictionary<OutboxId, TaskCompletionSource<bool>> _waiting = new();

    public void Seen(OutboxId message)
    {
        if (_waiting.TryGetValue(message, out var waiting))
            Wake(waiting, seen: true);
    }

    /// <summary>True when the echo came in time: the message was delivered.</summary>
    public async Task<bool> WaitAsync(OutboxId message, TimeSpan longest, CancellationToken cancellationToken)
    {
        var waiting = _waiting.GetOrAdd(message, _ => new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously));
        pulse.End();
        using var timer = time.CreateTimer(_ => Wake(waiting, seen: false), null, longest, Timeout.InfiniteTimeSpan);
        try
        {
            return await waiting.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            // Begins again for a wait that was given up, and only then: whoever wakes it begins by itself.
            Wake(waiting, seen: false);
            _waiting.TryRemove(message, out _);
        }
    }

    /// <summary>The waiter counts as under way from this moment on, before it knows.</summary>
    private void Wake(TaskCompletionSource<bool> waiting, bool seen)
    {
        pulse.Begin();
        if (!waiting.TrySetResult(seen))
            pulse.End();
    }
}
