using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Schema;

namespace CommerceBot.Runtime.Inbox;

/// <summary>
/// The only way in. Redacts card numbers, stores under a unique key, and only then answers: what a door acknowledges
/// is on the disk.
/// </summary>
public sealed class InboxDoor(IRuntimeStore store, TimeProvider time, Backlog? backlog = null)
{
    /// <summary>Stores all of them or none. Known keys are answered as duplicates and change nothing.</summary>
    public async Task<Appended[]> AppendAsync(IReadOnlyList<Arrival> arrivals, CancellationToken cancellationToken)
    {
        if (backlog is not null)
            await backlog.WaitForRoomAsync(cancellationToken);
        var now = time.GetUtcNow();
        var stored = new StoredArrival[arrivals.Count];
        for (var i = 0; i < stored.Length; i++)
            stored[i] = Prepare(arrivals[i], now);
        return await store.AppendAsync(stored, cancellationToken);
    }

    public Task EchoAsync(EchoArrival echo, CancellationToken cancellationToken) =>
        store.EchoAsync(echo, time.GetUtcNow(), cancellationToken);

    /// <summary>The answer of a call, made ready to be stored with the call's end.</summary>
    public StoredArrival Answer(OutboxRow row, Activity answer) =>
        Prepare(new Arrival($"answer:{row.PublicId}", row.Lane, RowKind.Answer, answer), time.GetUtcNow());

    private static StoredArrival Prepare(Arrival arrival, DateTimeOffset now)
    {
        if (arrival.Kind == RowKind.Message)
            CardNumbers.Redact(arrival.Activity);
        return new StoredArrival(arrival, ActivityBytes.Write(arrival.Activity), now);
    }
}
