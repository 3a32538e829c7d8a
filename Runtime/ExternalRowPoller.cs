using CommerceBot.Runtime.Outbox;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>Looks several times a second for what nobody tells of: rows of other processes, and a clock that was set.</summary>
internal sealed class ExternalRowPoller(
    IRuntimeStore store, WallClock clock, PendingEchoes echoes, TimeProvider time, ILogger<ExternalRowPoller> log) : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);

    private ITimer? _timer;
    private int _looking;

    public void Start()
    {
        clock.Listen(by => log.ClockStepped(by.TotalSeconds));
        _timer = time.CreateTimer(_ => Look(), null, Every, Every);
    }

    public ValueTask DisposeAsync() => _timer?.DisposeAsync() ?? default;

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
            await store.PollExternalRowsAsync(CancellationToken.None);
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
