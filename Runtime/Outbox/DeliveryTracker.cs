using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Outbox;

/// <summary>
/// Which rows are being sent, on the disk, so that the next start knows what may have left; and whether a message whose fate
/// is unknown was delivered after all, as the channel's echo or the store tells.
/// </summary>
internal sealed class DeliveryTracker(
    IRuntimeStore store, PendingEchoes echoes, InFlightJournal journal, TimeProvider time, ILogger<DeliveryTracker> log)
{
    /// <summary>
    /// How long a message whose fate is unknown waits for the channel's echo before it is sent again: time in which the
    /// process was up and could have received it.
    /// </summary>
    public static readonly TimeSpan EchoWait = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long at most after a restart. Whoever sends the echo pauses about twice as long after each try that met nobody:
    /// after a while the next try is as far away as the message is old, and about a minute at most.
    /// </summary>
    private static readonly TimeSpan LongestEchoWait = TimeSpan.FromSeconds(60);

    /// <summary>How long in all processes together, where none lives for that long at a time.</summary>
    private static readonly TimeSpan EchoWaitInPieces = TimeSpan.FromSeconds(120);

    /// <summary>The row is about to be sent. Answers the slot that says so until <see cref="End"/>.</summary>
    public int Begin(OutboxId id) => journal.Begin(id);

    /// <summary>The row's fate is stored.</summary>
    public void End(int slot) => journal.End(slot);

    /// <summary>Whether an earlier process may have sent the message, and did.</summary>
    public async Task<bool> WasDeliveredBeforeAsync(OutboxRow row, CancellationToken cancellationToken) =>
        (journal.MachineRestarted || journal.WasRunning.Contains(row.Id))
        && await WasDeliveredAsync(row, journal.BeginWait(row.Id), WaitAfterRestart(row), cancellationToken);

    /// <summary>Waits for the echo, which may also have come before anybody knew that it would be needed.</summary>
    public Task<bool> WasDeliveredAsync(OutboxRow row, int slot, CancellationToken cancellationToken) =>
        WasDeliveredAsync(row, slot, EchoWait, cancellationToken);

    private async Task<bool> WasDeliveredAsync(OutboxRow row, int slot, TimeSpan wait, CancellationToken cancellationToken)
    {
        var before = journal.Waited(slot);
        using var echo = echoes.Expect(row.Id, waited => journal.NoteWait(slot, row.Id, before + waited));
        var left = before < EchoWaitInPieces ? Shorter(wait, EchoWaitInPieces - before) : TimeSpan.Zero;
        var delivered = await IsKnownAsSentAsync(row, cancellationToken) || await echo.WithinAsync(left, cancellationToken);
        journal.End(slot);
        return delivered;
    }

    /// <summary>A store that cannot say is no reason to send it twice: then only the echo tells.</summary>
    private async Task<bool> IsKnownAsSentAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ChannelIdAsync(row.Id, cancellationToken) is not null;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            log.OutboxFailed(row.PublicId, problem);
            return false;
        }
    }

    private TimeSpan WaitAfterRestart(OutboxRow row) =>
        TimeSpan.FromTicks(Math.Clamp((time.GetUtcNow() - row.Created).Ticks, EchoWait.Ticks, LongestEchoWait.Ticks));

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
