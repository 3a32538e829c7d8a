using System.Collections.Concurrent;

namespace CommerceBot.Channels.Messenger;

/// <summary>
/// Shares the connections to Graph so that people whose calls hang hold up nobody else. A call needs one of a few places
/// while it is prompt; one that is not answered within <see cref="Prompt"/> moves over to the slow ones and frees its
/// place. Whoever was slow last time begins among those known to be slow, and only they wait for each other.
/// </summary>
internal sealed class Bulkhead : IDisposable
{
    /// <summary>An answer within this time is prompt.</summary>
    public static readonly TimeSpan Prompt = TimeSpan.FromMilliseconds(100);

    /// <summary>A lane whose call took this long is known as slow until one of its calls is quicker.</summary>
    private static readonly TimeSpan SlowCall = TimeSpan.FromSeconds(2);

    private const int SlowShare = 16;
    private const int KnownShare = 4;
    private const int MostKnown = 50_000;

    private readonly SemaphoreSlim _prompt;
    private readonly SemaphoreSlim _slow;
    private readonly SemaphoreSlim _known;
    private readonly ConcurrentDictionary<string, bool> _slowLanes = new(StringComparer.Ordinal);
    private readonly LinkedList<Flight> _flights = new();
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ITimer _look;
    private bool _looks;

    /// <param name="places">Prompt calls at once.</param>
    public Bulkhead(int places, TimeProvider time)
    {
        _prompt = new SemaphoreSlim(places);
        _slow = new SemaphoreSlim(places * SlowShare);
        _known = new SemaphoreSlim(places * KnownShare);
        _time = time;
        _look = time.CreateTimer(static self => ((Bulkhead)self!).MoveSlow(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Connections that so many places may need in all.</summary>
    public static int Connections(int places) => places * (1 + SlowShare + KnownShare);

    public bool IsSlow(string lane) => _slowLanes.ContainsKey(lane);

    /// <summary>Runs one call of a lane as soon as there is a place for it.</summary>
    public async Task<TAnswer> RunAsync<TCall, TAnswer>(
        string lane, TCall call, Func<TCall, CancellationToken, Task<TAnswer>> run, CancellationToken cancellationToken)
    {
        var places = IsSlow(lane) ? _known : _prompt;
        await places.WaitAsync(cancellationToken);
        var flight = Begin(places);
        try
        {
            return await run(call, cancellationToken);
        }
        finally
        {
            End(lane, flight);
        }
    }

    public void Dispose() => _look.Dispose();

    private Flight Begin(SemaphoreSlim places)
    {
        var flight = new Flight(_time.GetTimestamp()) { Places = places };
        if (places != _prompt)
            return flight;
        lock (_lock)
        {
            flight.Entry = _flights.AddLast(flight);
            if (_looks)
                return flight;
            // Before the timer is armed: one that is due at once looks from here, and says by itself whether it goes on.
            _looks = true;
            _look.Change(Prompt, Timeout.InfiniteTimeSpan);
        }

        return flight;
    }

    private void End(string lane, Flight flight)
    {
        lock (_lock)
            LeavePrompt(flight);
        flight.Places.Release();
        if (_time.GetElapsedTime(flight.Begun) < SlowCall)
            _slowLanes.TryRemove(lane, out _);
        else if (_slowLanes.Count < MostKnown)
            _slowLanes[lane] = true;
    }

    /// <summary>The oldest stand first. When even the slow have no place left, the others stay where they are.</summary>
    private void MoveSlow()
    {
        lock (_lock)
        {
            while (_flights.First?.Value is { } flight && _time.GetElapsedTime(flight.Begun) >= Prompt && _slow.Wait(0))
            {
                LeavePrompt(flight);
                flight.Places = _slow;
                _prompt.Release();
            }

            _looks = _flights.Count > 0;
            if (_looks)
                _look.Change(Prompt, Timeout.InfiniteTimeSpan);
        }
    }

    private void LeavePrompt(Flight flight)
    {
        if (flight.Entry is { } entry)
            _flights.Remove(entry);
        flight.Entry = null;
    }

    /// <summary>A call under way, and whose place it holds.</summary>
    private sealed class Flight(long begun)
    {
        public long Begun => begun;

        public required SemaphoreSlim Places { get; set; }

        /// <summary>Its place among the prompt ones; null when it is none, or none any more.</summary>
        public LinkedListNode<Flight>? Entry { get; set; }
    }
}
