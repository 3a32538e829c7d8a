using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>Sets the rows in motion at start, those of before first, and lets them come to rest at the end.</summary>
internal sealed class MessagePump(
    IRuntimeStore store,
    RowRouter router,
    ExternalRowPoller poller,
    Timers timers,
    Pruning pruning,
    IdleTracker idleTracker,
    ILogger<MessagePump> log) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once the host listens: what is sent first may go to a simulator in this very process.</summary>
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await router.StartAsync(store, cancellationToken);
        timers.Start();
        pruning.Start();
        poller.Start();
        log.RowsStarted(store.DatabaseId);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await poller.DisposeAsync();
        timers.Dispose();
        pruning.Dispose();
        // What is under way may end; what waits for a retry or an echo is found again at the next start.
        await Task.WhenAny(idleTracker.WhenIdleAsync(), Task.Delay(TimeSpan.FromSeconds(3), cancellationToken));
        router.Stop();
    }
}
