using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Redaction;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// The second way in for Stripe's events: at start, and every five minutes, the list of them is read, and those whose
/// webhook never came find their lane as if it had. One that was delivered has its key in the inbox and changes nothing.
/// </summary>
internal sealed class StripeEventPoller(
    Func<StripeEvents> events,
    Func<StripeNotificationHandler> handler,
    IEventPollPosition mark,
    IdleTracker idleTracker,
    WallClock wall,
    TimeProvider time,
    ILogger<StripeEventPoller> log)
    : IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>Where the list was never read: Stripe repeats a webhook for three days.</summary>
    private static readonly TimeSpan AtFirst = TimeSpan.FromDays(3);

    /// <summary>Events may be listed a moment after they happened, and clocks differ.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    private readonly CancellationTokenSource _stopping = new();
    private Task _polling = Task.CompletedTask;
    private ITimer? _clock;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once the host listens: Stripe may be a simulator in this very process.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _clock = time.CreateTimer(_ => Look(), null, TimeSpan.Zero, Every);
        // A machine that slept missed looks, and events whose webhooks Stripe gave up meanwhile.
        wall.Listen(_ => Look());
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => _stopping.CancelAsync();

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_clock is not null)
            await _clock.DisposeAsync();
        await _polling;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    /// <summary>One look at a time; one that takes longer than the pause makes the next one wait for the clock again.</summary>
    private void Look()
    {
        if (!_polling.IsCompleted || _stopping.IsCancellationRequested)
            return;
        idleTracker.Begin();
        _polling = PollAsync(_stopping.Token);
    }

    private async Task PollAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Yield();
            await PollOnceAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; the next start goes on where this one was.
        }
        finally
        {
            idleTracker.End();
        }
    }

    private async Task PollOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            var begun = time.GetUtcNow();
            var since = (await mark.ReadAsync(cancellationToken) ?? begun - AtFirst) - Overlap;
            var found = new List<StripeNotification>();
            string? after = null;
            do
            {
                var page = await events().ReadAsync(since, after, cancellationToken);
                found.AddRange(page.Notifications);
                after = page.Next;
            }
            while (after is not null);

            // Oldest first, as they happened.
            foreach (var notification in Enumerable.Reverse(found))
                await handler().TakeAsync(notification, cancellationToken);
            await mark.SaveAsync(begun, cancellationToken);
        }
        catch (PaymentUnreachableException trouble)
        {
            log.EventsNotRead(LogText.Of(trouble.Message));
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            // Whatever it is, the next look must come.
            log.EventsNotTaken(problem);
        }
    }
}
