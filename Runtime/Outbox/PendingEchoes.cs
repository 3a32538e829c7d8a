using System.Collections.Concurrent;

namespace CommerceBot.Runtime.Outbox;

/// <summary>Messages of unknown fate that wait for the channel to show its copy.</summary>
internal sealed class PendingEchoes(IdleTracker idleTracker, TimeProvider time)
{
    private readonly ConcurrentDictionary<OutboxId, PendingEcho> _expected = new();

    /// <summary>From now on an echo of the message is noticed, until what is answered here is disposed of.</summary>
    /// <param name="waited">Told several times a second how long the wait has taken so far.</param>
    public PendingEcho Expect(OutboxId message, Action<TimeSpan>? waited = null) =>
        _expected[message] = new PendingEcho(
            idleTracker, time, waited, mine => _expected.TryRemove(new KeyValuePair<OutboxId, PendingEcho>(message, mine)));

    /// <summary>Lets every wait tell how long it has taken so far.</summary>
    public void NoteWaits()
    {
        foreach (var (_, expected) in _expected)
            expected.NoteWait();
    }

    public void Seen(OutboxId message)
    {
        if (_expected.TryGetValue(message, out var expected))
            expected.Wake(seen: true);
    }
}

/// <summary>One message's wait. It is idle as far as the tracker goes, and whoever wakes it counts it as under way again at once.</summary>
internal sealed class PendingEcho(IdleTracker idleTracker, TimeProvider time, Action<TimeSpan>? waited, Action<PendingEcho> forget)
    : IDisposable
{
    private readonly TaskCompletionSource<bool> _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _lock = new();
    private long _begun;
    private bool _rests;
    private bool _woken;

    /// <summary>True when the echo came in time: the message was delivered.</summary>
    public async Task<bool> WithinAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        using var timer = time.CreateTimer(_ => Wake(seen: false), null, longest, Timeout.InfiniteTimeSpan);
        Rest();
        try
        {
            return await _seen.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            NoteWait();
            Wake(seen: false); // For a wait that was given up.
        }
    }

    public void Wake(bool seen)
    {
        lock (_lock)
        {
            if (_woken)
                return;
            _woken = true;
            if (_rests)
                idleTracker.Begin();
        }

        _seen.TrySetResult(seen);
    }

    /// <summary>Not after it was woken: the wait may be another's by then.</summary>
    public void NoteWait()
    {
        lock (_lock)
        {
            if (_rests && !_woken)
                waited?.Invoke(time.GetElapsedTime(_begun));
        }
    }

    public void Dispose() => forget(this);

    private void Rest()
    {
        lock (_lock)
        {
            if (_woken)
                return;
            _begun = time.GetTimestamp();
            _rests = true;
            idleTracker.End();
        }
    }
}
