using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace CommerceBot.Channels;

/// <summary>
/// Counts what comes to the endpoints, by endpoint and kind. Whoever listens keeps every kind for ever: a kind is one of the code's
/// own words, never a word from outside; should one slip through all the same, the number of kinds has an end.
/// </summary>
public sealed class EndpointMetrics(IMeterFactory meters)
{
    /// <summary>What is no known kind.</summary>
    public const string Other = "other";

    private const int MostKinds = 256;
    private const int LongestKind = 64;

    private readonly Counter<long> _events = meters
        .Create("CommerceBot")
        .CreateCounter<long>("commercebot.endpoint.events", "{event}", "What came to an endpoint, by endpoint and kind");
    private readonly ConcurrentDictionary<(string Endpoint, string Kind), bool> _kinds = new();

    /// <summary>Counts one event; a kind that is too long, or one too many, is counted as <see cref="Other"/>.</summary>
    public void Count(string endpoint, string kind)
    {
        if (!IsKept(endpoint, kind))
            kind = Other;
        _events.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint), new KeyValuePair<string, object?>("kind", kind));
    }

    private bool IsKept(string endpoint, string kind)
    {
        if (_kinds.ContainsKey((endpoint, kind)))
            return true;
        if (kind.Length > LongestKind || _kinds.Count >= MostKinds)
            return false;
        _kinds.TryAdd((endpoint, kind), true);
        return true;
    }
}
