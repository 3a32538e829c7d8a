using CommerceBot.Runtime.Lanes;
using CommerceBot.Runtime.Outbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>Sets the rows in motion at start, those of before first, and lets them come to rest at the end.</summary>
internal sealed class RowService(
    IRuntimeStore store,
    LaneQueues lanes,
    OutboxQueues outbox,
    Echoes echoes,
    Timers timers,
    Pruning pruning,
    BlackBox blackBox,
    Typing typing,
    WallClock clock,
    Pulse pulse,
    TimeProvider time,
    ILogger<RowService> log) : IHostedLifecycleService, IRowSink
{
    private static readonly TimeSpan ForeignRowsEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>What waits in the outbox from before, while it is being told; null afterwards.</summary>
    private HashSet<OutboxId>? _ofBefore = [];
    private ITimer? _foreign;
    private int _looking;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once the host listens: what is sent first may go to a stand-in in this very process.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var row in blackBox.WasRunning.Where(row => row.Place < 0))
            await store.CountAttemptAsync(row.Seq, cancellationToken);
        await store.StartAsync(this, cancellationToken);
        blackBox.ForgetAllBut(_ofBefore!);
        _ofBefore = null;
        clock.Listen(by => log.ClockStepped(by.TotalSeconds));
        timers.Start();
        pruning.Start();
        _foreign = time.CreateTimer(_ => Look(), null, ForeignRowsEvery, ForeignRowsEvery);
        log.RowsStarted(store.DatabaseId);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (_foreign is not null)
            await _foreign.DisposeAsync();
        timers.Dispose();
        pruning.Dispose();
        // What is under way may end; what waits for a retry or an echo is found again at the next start.
        await Task.WhenAny(pulse.WhenQuietAsync(), Task.Delay(TimeSpan.FromSeconds(3), cancellationToken));
        lanes.Stop();
        outbox.Stop();
    }

    public void Arrived(InboxRow row)
    {
        if (row.Kind == RowKind.Message)
            typing.Expect(row.Lane);
        lanes.Add(row);
    }

    public void ToSend(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore)
    {
        typing.Forget(row.Lane);
        if (wasWaiting)
            NoteOfBefore(row.Id);
        outbox.Add(row, wasWaiting, notBefore);
    }

    public void EchoSeen(OutboxId message) => echoes.Seen(message);

    public void TimerSet(DateTimeOffset due) => timers.Wake(due);

    private void NoteOfBefore(OutboxId id)
    {
        _ofBefore?.Add(id);
        if (blackBox.MachineRestarted)
            blackBox.Suspect(id);
    }

    private void Look()
    {
        clock.Look();
        echoes.NoteWaits();
        _ = LookAsync();
    }

    private async Task LookAsync()
    {
        // A store that is slow must not find a heap of looks behind it.
        if (Interlocked.Exchange(ref _looking, 1) == 1)
            return;
        try
        {
            await store.LookForForeignRowsAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem is not ObjectDisposedException)
        {
            log.ForeignRowsFailed(problem);
        }
        catch (ObjectDisposedException)
        {
            // The host stopped between two looks.
        }
        finally
        {
            Volatile.Write(ref _looking, 0);
        }
    }
}
