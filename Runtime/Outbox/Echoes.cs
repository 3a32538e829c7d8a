using System.Collections.Concurrent;

namespace CommerceBot.Runtime.Outbox;

/// <summary>Messages of unknown fate that wait for the channel to show its copy.</summary>
internal sealed class Echoes(TimeProvider time)
{
    private readonly ConcurrentDictionary<OutboxId, TaskCompletionSource> _waiting = new();

    public void Seen(OutboxId message)
    {
        if (_waiting.TryGetValue(message, out var waiting))
            waiting.TrySetResult();
    }

    /// <summary>True when the echo came in time: the message was delivered.</summary>
    public async Task<bool> WaitAsync(OutboxId message, TimeSpan longest, CancellationToken cancellationToken)
    {
        var waiting = _waiting.GetOrAdd(message, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            await waiting.Task.WaitAsync(longest, time, cancellationToken);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
        finally
        {
            _waiting.TryRemove(message, out _);
        }
    }
}
