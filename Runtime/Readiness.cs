using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime;

/// <summary>Whether what comes can be stored: found out by storing something, at most once a second however many ask.</summary>
internal sealed class Readiness(IRuntimeStore store, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<Readiness> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    /// <summary>A disk that takes longer keeps those who send waiting for too long.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly Lock _lock = new();
    private Task<string?>? _last;
    private long _asked;
    private bool _wasWell = true;

    /// <summary>Why the host should not be sent anything; null when it is ready.</summary>
    public Task<string?> ProblemAsync()
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Task.FromResult<string?>("the host is stopping");
        lock (_lock)
        {
            if (_last is { } last && (!last.IsCompleted || time.GetElapsedTime(_asked) < Fresh))
                return last;
            _asked = time.GetTimestamp();
            return _last = LookAsync();
        }
    }

    private async Task<string?> LookAsync()
    {
        try
        {
            await store.CheckWritableAsync(CancellationToken.None).WaitAsync(Patience, time);
            if (!_wasWell)
                log.StoreWellAgain();
            _wasWell = true;
            return null;
        }
        catch (Exception problem)
        {
            if (_wasWell)
                log.StoreUnwell(problem);
            _wasWell = false;
            return problem is TimeoutException ? "the store takes too long to write" : "the store cannot be written";
        }
    }
}
