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

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);

    /// <summary>How many there are, about: the dictionary itself would take all of its locks to count them.</summary>
    private int _taken;

    /// <summary>Where a state is kept, or may be.</summary>
    public Place Find(string key)
    {
        if (_places.TryGetValue(key, out var known))
            return known;
        if (Interlocked.Increment(ref _taken) > Most)
        {
            _places.Clear();
            Volatile.Write(ref _taken, 1);
        }

        return _places.GetOrAdd(key, static _ => new Place());
    }

    /// <summary>One state's place. A turn that found it writes there without looking for it again.</summary>
    public sealed class Place
    {
        /// <summary>What is known; null when nothing is.</summary>
        public volatile Known? Known;
    }

    public sealed record Known(long Version, ReadOnlyMemory<byte> Value);
}
