using System.Diagnostics.Metrics;

namespace CommerceBot.Channels;

/// <summary>Counts what comes to the doors, by door and kind.</summary>
public sealed class DoorCounters(IMeterFactory meters)
{
    private readonly Counter<long> _events = meters.Create("CommerceBot").CreateCounter<long>("commercebot.door.events", "{event}", "What came to a door, by door and kind");

    public void Count(string door, string kind) => _events.Add(1, new KeyValuePair<string, object?>("door", door), new KeyValuePair<string, object?>("kind", kind));
}
