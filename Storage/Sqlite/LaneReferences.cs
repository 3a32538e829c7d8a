using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite;

/// <summary>Where the replies of lanes go that spoke lately, and when they did.</summary>
/// <param name="most">How many bytes it may take; then it begins anew. Names come from outside: their number says nothing.</param>
internal sealed class LaneReferences(long most = 8 * 1024 * 1024)
{
    /// <summary>What an entry costs besides its texts, about.</summary>
    private const int Overhead = 500;

    /// <summary>How exactly it is known when somebody wrote last in a lane: its row is written again after so long.</summary>
    private static readonly TimeSpan SeenWithin = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, Known> _lanes = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>How many bytes are taken, about.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public ConversationReference? Find(string lane) => _lanes.GetValueOrDefault(lane)?.Reference;

    /// <summary>Whether the lane's row needs no writing: it says the same, and was written lately.</summary>
    public bool IsKnown(string lane, ConversationReference reference, DateTimeOffset received) =>
        _lanes.TryGetValue(lane, out var known) && received - known.Seen < SeenWithin
        && known.Reference.ServiceUrl == reference.ServiceUrl
        && known.Reference.User?.Id == reference.User?.Id && known.Reference.Bot?.Id == reference.Bot?.Id;

    public void Remember(string lane, ConversationReference reference, DateTimeOffset seen)
    {
        // One that takes another's place is counted again: that only makes the end come sooner.
        if (Interlocked.Add(ref _bytes, CostOf(lane, reference)) > most)
        {
            _lanes.Clear();
            Volatile.Write(ref _bytes, 0);
        }

        _lanes[lane] = new Known(reference, seen);
    }

    private static long CostOf(string lane, ConversationReference reference)
    {
        long letters = lane.Length + (reference.ServiceUrl?.Length ?? 0) + (reference.ActivityId?.Length ?? 0)
            + (reference.Conversation?.Id?.Length ?? 0) + (reference.Conversation?.Name?.Length ?? 0);
        foreach (var account in new[] { reference.User, reference.Bot })
            letters += (account?.Id?.Length ?? 0) + (account?.Name?.Length ?? 0);
        return Overhead + (2 * letters)
            + More(reference.User?.Properties) + More(reference.Bot?.Properties) + More(reference.Conversation?.Properties);
    }

    private static long More(IDictionary<string, JsonElement>? facts) =>
        facts?.Sum(fact => (2L * fact.Key.Length) + (2L * JsonMarshal.GetRawUtf8Value(fact.Value).Length)) ?? 0;

    private sealed record Known(ConversationReference Reference, DateTimeOffset Seen);
}
