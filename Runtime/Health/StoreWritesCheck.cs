using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Health;

/// <summary>
/// Whether what comes can be stored: found out by storing something, at most once a second however many ask. A full disk, a
/// file that may not be written and a disk that takes too long all make the host unready.
/// </summary>
internal sealed class StoreWritesCheck(IRuntimeStore store, TimeProvider time, ILogger<StoreWritesCheck> log) : IHealthCheck
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>A disk that takes longer keeps those who send waiting for too long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Lock _lock = new();
    private Task<HealthCheckResult>? _last;
    private long _asked;
    private bool _wasWell = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_last is { } last && (!last.IsCompleted || time.GetElapsedTime(_asked) < Fresh))
                return last;
            _asked = time.GetTimestamp();
            return _last = LookAsync();
        }
    }

    private async Task<HealthCheckResult> LookAsync()
    {
        try
        {
            await store.CheckWritableAsync(CancellationToken.None).WaitAsync(Patience, time);
            if (!_wasWell)
                log.StoreWellAgain();
            _wasWell = true;
            return HealthCheckResult.Healthy();
        }
        catch (Exception problem)
        {
            if (_wasWell)
                log.StoreUnwell(problem);
            _wasWell = false;
            return HealthCheckResult.Unhealthy(
                problem is TimeoutException ? "the store takes too long to write" : "the store cannot be written");
        }
    }
}
