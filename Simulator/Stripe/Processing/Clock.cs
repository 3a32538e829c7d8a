using CommerceBot.Simulator.Stripe.Ledger;
using Microsoft.Extensions.Hosting;

namespace CommerceBot.Simulator.Stripe.Processing;

/// <summary>Expires sessions on time when nobody looks at them.</summary>
internal sealed class Clock : BackgroundService
{
    private readonly SemaphoreSlim changed = new(0, 1);
    private readonly StripeLedger ledger;
    private readonly TimeProvider time;

    public Clock(StripeLedger ledger, TimeProvider time)
    {
        (this.ledger, this.time) = (ledger, time);
        ledger.SessionsChanged += Wake;
    }

    public override void Dispose()
    {
        ledger.SessionsChanged -= Wake;
        changed.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Reading the ledger expires what is due; what is left lies ahead.
            var next = ledger.Read(tables => tables.OpenSessions.Select(session => (long?)session.ExpiresAt).Min());
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            var wait = next is { } second
                ? Task.Delay(Until(second), time, stop.Token)
                : Task.Delay(Timeout.InfiniteTimeSpan, time, stop.Token);
            await Task.WhenAny(wait, changed.WaitAsync(stop.Token));
            await stop.CancelAsync();
        }
    }

    private TimeSpan Until(long second)
    {
        var wait = DateTimeOffset.FromUnixTimeSeconds(second) - time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    private void Wake()
    {
        // Raised under the ledger's lock, so one at a time: a second signal is not needed while one waits.
        if (changed.CurrentCount == 0) changed.Release();
    }
}
