using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CommerceBot.Channels;

/// <summary>
/// Counts what comes to the doors, by door and kind. Whoever listens keeps every kind for ever: a kind is one of the code's
/// own words, never a word from outside; should one slip through all the same, the number of kinds has an end.
/// </summary>
public sealed class DoorCounters(IMeterFactory meters)
{
    /// <summary>What is no known kind.</summary>
    public const string Other = "other";

    private const int MostKinds = 256;
    private const int LongestKind = 64;

    private readonly Counter<long> _events = meters.Create("CommerceBot").CreateCounter<long>("commercebot.door.events", "{event}", "What came to a door, by door and kind");
    private readonly ConcurrentDictionary<(string Door, string Kind), bool> _kinds = new();

    public void Count(string door, string kind)
    {
        if (!IsKept(door, kind))
            kind = Other;
        _events.Add(1, new KeyValuePair<string, object?>("door", door), new KeyValuePair<string, object?>("kind", kind));
    }

    private bool IsKept(string door, string kind)
    {
        if (_kinds.ContainsKey((door, kind)))
            return true;
        if (kind.Length > LongestKind || _kinds.Count >= MostKinds)
            return false;
        _kinds.TryAdd((door, kind), true);
        return true;
    }
}
