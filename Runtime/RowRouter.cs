using CommerceBot.Runtime.Lanes;
using CommerceBot.Runtime.Outbox;

namespace CommerceBot.Runtime;

/// <summary>Hands every row that is committed to whoever goes on with it: its lane, its outbox queue, the timers.</summary>
internal sealed class RowRouter(
    LaneScheduler scheduler, OutboxQueues outbox, PendingEchoes echoes, Timers timers, InFlightJournal journal, TypingIndicator typing)
    : IRowObserver
{
    /// <summary>What waits in the outbox from before, while it is being told; null afterwards.</summary>
    private HashSet<OutboxId>? _ofBefore = [];

    /// <summary>Has the store tell of every row: those that wait from before first.</summary>
    public async Task StartAsync(IRuntimeStore store, CancellationToken cancellationToken)
    {
        foreach (var row in journal.WasRunning.Where(row => row.Place < 0))
            await store.CountAttemptAsync(row.Seq, cancellationToken);
        await store.StartAsync(this, cancellationToken);
        journal.ForgetAllBut(_ofBefore!);
        _ofBefore = null;
    }

    /// <summary>Nothing is begun any more; what is under way ends, or is found again at the next start.</summary>
    public void Stop()
    {
        scheduler.Stop();
        outbox.Stop();
    }

    public void Arrived(InboxRow row)
    {
        if (row.Kind == RowKind.Message)
            typing.Expect(row.Lane);
        scheduler.Add(row);
    }

    public void ToSend(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore)
    {
        // A call is no word to the shopper: while a turn waits for one, the dots are right.
        if (outbox.IsMessage(row))
            typing.Forget(row.Lane);
        if (wasWaiting)
            NoteOfBefore(row.Id);
        outbox.Add(row, wasWaiting, notBefore);
    }

    public void NothingToSend(string lane) => typing.Forget(lane);

    public void EchoSeen(OutboxId message) => echoes.Seen(message);

    public void TimerSet(DateTimeOffset due) => timers.Wake(due);

    private void NoteOfBefore(OutboxId id)
    {
        _ofBefore?.Add(id);
        if (journal.MachineRestarted)
            journal.TrackUnknownOutcome(id);
    }
}
