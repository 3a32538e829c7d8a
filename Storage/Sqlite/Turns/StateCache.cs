using System.Collections.Concurrent;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>
/// The states of conversations that spoke lately, so that a turn need not read, open and check what it wrote a moment
/// ago. It may be stale without harm: a commit holds only over the version that is stored, and a conflict forgets it here.
/// </summary>
internal sealed class StateCache
{
    /// <summary>About 2 KB each: some 40 MB at most.</summary>
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<string, (long Version, ReadOnlyMemory<byte> Value)> _states = new(StringComparer.Ordinal);

    /// <summary>How many there are, about: the dictionary itself would take all of its locks to count them.</summary>
    private int _kept;

    public bool TryGet(string key, out long version, out ReadOnlyMemory<byte> value)
    {
        var found = _states.TryGetValue(key, out var state);
        (version, value) = state;
        return found;
    }

    public void Keep(string key, long version, ReadOnlyMemory<byte> value)
    {
        if (!_states.ContainsKey(key) && Interlocked.Increment(ref _kept) > Most)
        {
            _states.Clear();
            Volatile.Write(ref _kept, 1);
        }

        _states[key] = (version, value);
    }

    public void Forget(string key)
    {
        if (_states.TryRemove(key, out _))
            Interlocked.Decrement(ref _kept);
    }
}
