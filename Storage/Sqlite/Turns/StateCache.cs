using System.Collections.Concurrent;

namespace CommerceBot.Storage.Sqlite.Turns;

/// <summary>
/// The states of conversations that spoke lately, so that a turn need not read, open and check what it wrote a moment
/// ago. It may be stale without harm: a commit holds only over the version that is stored, and a conflict forgets it here.
/// </summary>
/// <param name="most">How many bytes it may take; then it begins anew. People choose keys and states, so their number says nothing.</param>
internal sealed class StateCache(long most = 24 * 1024 * 1024)
{
    /// <summary>What an entry costs besides its texts and bytes, about.</summary>
    private const int Overhead = 200;

    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);

    private long _bytes;
    private int _age;

    /// <summary>How many bytes are taken, about.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    /// <summary>Where a state is kept, or may be.</summary>
    public Place Find(string key)
    {
        if (_places.TryGetValue(key, out var known))
            return known;
        Take((2L * key.Length) + Overhead);
        return _places.GetOrAdd(key, static (_, cache) => new Place(cache), this);
    }

    private void Take(long bytes)
    {
        if (Interlocked.Add(ref _bytes, bytes) <= most)
            return;
        Interlocked.Increment(ref _age);
        _places.Clear();
        Volatile.Write(ref _bytes, 0);
    }

    /// <summary>One state's place. A turn that found it writes there without looking for it again.</summary>
    public sealed class Place(StateCache cache)
    {
        private readonly int _age = Volatile.Read(ref cache._age);
        private volatile Known? _known;

        /// <summary>What is known; null when nothing is.</summary>
        public Known? Known
        {
            get => _known;
            set
            {
                var more = (value?.Value.Length ?? 0) - (_known?.Value.Length ?? 0);
                _known = value;
                // A place of before the last new beginning is nobody's but its turn's.
                if (_age == Volatile.Read(ref cache._age))
                    cache.Take(more);
            }
        }
    }

    public sealed record Known(long Version, ReadOnlyMemory<byte> Value);
}
