using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>Keeps handled rows, and with them the keys that tell a repeat, for thirty days; Meta and Stripe repeat for three at most.</summary>
internal sealed class Pruning(IRuntimeStore store, TimeProvider time, ILogger<Pruning> log) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private ITimer? _timer;

    public void Start() => _timer = time.CreateTimer(_ => _ = PruneAsync(), null, Every, Every);

    public void Dispose() => _timer?.Dispose();

    private async Task PruneAsync()
    {
        try
        {
            while (await store.PruneAsync(time.GetUtcNow() - Kept, CancellationToken.None))
            {
            }
        }
        catch (Exception problem)
        {
            // Old rows cost room only; the next hour tries again.
            log.PruningFailed(problem);
        }
    }
}
