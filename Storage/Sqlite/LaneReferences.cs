using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CommerceBot.Storage.Sqlite;

/// <summary>Where the replies of lanes go that spoke lately.</summary>
/// <param name="most">How many bytes it may take; then it begins anew. Names come from outside: their number says nothing.</param>
internal sealed class LaneReferences(long most = 8 * 1024 * 1024)
{
    /// <summary>What an entry costs besides its texts, about.</summary>
    private const int Overhead = 500;

    private readonly ConcurrentDictionary<string, ConversationReference> _lanes = new(StringComparer.Ordinal);
    private long _bytes;

    /// <summary>How many bytes are taken, about.</summary>
    public long Bytes => Volatile.Read(ref _bytes);

    public ConversationReference? Find(string lane) => _lanes.GetValueOrDefault(lane);

    public bool IsKnown(string lane, ConversationReference reference) =>
        Find(lane) is { } known && known.ServiceUrl == reference.ServiceUrl
        && known.User?.Id == reference.User?.Id && known.Bot?.Id == reference.Bot?.Id;

    public void Remember(string lane, ConversationReference reference)
    {
        // One that takes another's place is counted again: that only makes the end come sooner.
        if (Interlocked.Add(ref _bytes, CostOf(lane, reference)) > most)
        {
            _lanes.Clear();
            Volatile.Write(ref _bytes, 0);
        }

        _lanes[lane] = reference;
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
}
