using System.Globalization;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Outbox;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CommerceBot.Runtime.Health;

/// <summary>Unready once the host is told to stop: what is sent to it now would have to be sent again.</summary>
internal sealed class HostCheck(IHostApplicationLifetime lifetime) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Unhealthy("the host is stopping")
            : HealthCheckResult.Healthy());
}

/// <summary>Whether turns keep up with what comes. When they do not, senders wait, and nothing is lost.</summary>
internal sealed class LanesCheck(Backlog backlog) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var rows = backlog.Rows;
        var data = new Dictionary<string, object> { ["rows"] = rows };
        return Task.FromResult(rows < Backlog.Most
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"{rows} rows wait for their turn: who sends is kept waiting"), data: data));
    }
}

/// <summary>
/// How long the oldest message or call waits to be carried out. Retries are ordinary; a quarter of an hour of them is
/// not.
/// </summary>
internal sealed class OutboxCheck(OutboxQueues outbox, TimeProvider time) : IHealthCheck
{
    /// <summary>Longer than any ordinary wait between two tries.</summary>
    public static readonly TimeSpan Ordinary = TimeSpan.FromMinutes(15);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A clock that was set back must not make it negative.
        var age = outbox.OldestCreated() is { } oldest ? Max(time.GetUtcNow() - oldest, TimeSpan.Zero) : TimeSpan.Zero;
        var data = new Dictionary<string, object> { ["oldestSeconds"] = (long)age.TotalSeconds };
        return Task.FromResult(age < Ordinary
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded(
                string.Create(CultureInfo.InvariantCulture, $"the oldest message or call waits for {(long)age.TotalMinutes} minutes"),
                data: data));
    }

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}

/// <summary>How many dead letters there are, and whether one came in the last day: somebody should look at it.</summary>
internal sealed class DeadLettersCheck(IDeadLetters letters, TimeProvider time) : IHealthCheck
{
    /// <summary>Those of longer ago were seen, or nobody will.</summary>
    public static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var count = await letters.CountAsync(cancellationToken);
        var data = new Dictionary<string, object> { ["all"] = count.All };
        return count.Newest is { } newest && time.GetUtcNow() - newest < Lately
            ? HealthCheckResult.Degraded("something could not be handled or sent in the last day: see 'dead-letters list'", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
