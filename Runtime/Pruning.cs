using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>Forgets once an hour what is kept no longer.</summary>
internal sealed class Pruning(IRuntimeStore store, Retention retention, TimeProvider time, ILogger<Pruning> log) : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stop = new();
    private ITimer? _timer;
    private Task _running = Task.CompletedTask;

    public void Start() => _timer = time.CreateTimer(_ => Prune(), null, Every, Every);

    public void Dispose()
    {
        _timer?.Dispose();
        _stop.Cancel();
    }

    /// <summary>One at a time; one that takes longer than an hour makes the next one wait for the clock again.</summary>
    private void Prune()
    {
        if (_running.IsCompleted)
            _running = PruneAsync();
    }

    private async Task PruneAsync()
    {
        try
        {
            await store.PruneAsync(retention, time.GetUtcNow(), _stop.Token);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The host stops; what is left is forgotten another time.
        }
        catch (Exception problem)
        {
            // Old rows cost space only; the next hour tries again.
            log.PruningFailed(problem);
        }
    }
}
