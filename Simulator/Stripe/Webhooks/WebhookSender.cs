using System.Collections.Concurrent;
using System.Threading.Channels;
using CommerceBot.Simulator.Stripe.Faults;
using CommerceBot.Simulator.Stripe.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe.Webhooks;

/// <summary>
/// Carries events to the bot until each is answered with 2xx: at once, then 1, 2, 4 ... 60 seconds apart, for three days.
/// Faults are drawn in the order in which the events were raised.
/// </summary>
internal sealed class WebhookSender : BackgroundService
{
    private const int AtOnce = 16;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    private readonly Channel<StripeEvent> incoming = Channel.CreateUnbounded<StripeEvent>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> firstTries = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim hands = new(AtOnce);
    private readonly StripeLedger ledger;
    private readonly WebhookPost post;
    private readonly DeliveryGate gate;
    private readonly FaultSwitches faults;
    private readonly TimeProvider time;
    private readonly ILogger<WebhookSender> log;
    private TaskCompletionSource overtaking = NewSignal();

    public WebhookSender(
        StripeLedger ledger, WebhookPost post, DeliveryGate gate, FaultSwitches faults, TimeProvider time, ILogger<WebhookSender> log)
    {
        (this.ledger, this.post, this.gate, this.faults, this.time, this.log) = (ledger, post, gate, faults, time, log);
        foreach (var left in ledger.Read(tables => tables.Undelivered.ToArray())) incoming.Writer.TryWrite(left);
        ledger.EventsRaised += Take;
    }

    /// <summary>Ends when the event has been tried once, or the time is up. A browser waits here, so the clock is the real one.</summary>
    public async Task WaitForFirstTryAsync(string eventId, TimeSpan atMost, CancellationToken cancel)
    {
        if (gate.IsClosed || !firstTries.TryGetValue(eventId, out var tried)) return;
        await Task.WhenAny(tried.Task, Task.Delay(atMost, TimeProvider.System, cancel));
    }

    public override void Dispose()
    {
        ledger.EventsRaised -= Take;
        hands.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var underway = new List<Task>();
        try
        {
            await foreach (var raised in incoming.Reader.ReadAllAsync(stoppingToken))
            {
                underway.RemoveAll(task => task.IsCompletedSuccessfully);
                underway.Add(DeliverOrReportAsync(NextTrip(raised), stoppingToken));
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops; what is not delivered is still in the ledger.
        }
        await Task.WhenAll(underway).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Take(IReadOnlyList<StripeEvent> raised)
    {
        foreach (var one in raised)
        {
            firstTries[one.Id] = NewSignal();
            incoming.Writer.TryWrite(one);
        }
    }

    /// <summary>A held event goes when one that came after it has gone.</summary>
    private DeliveryAttempt NextTrip(StripeEvent raised)
    {
        var trip = new DeliveryAttempt(raised, faults.ForWebhook(), overtaking);
        if (!trip.Fate.Held && !trip.Fate.Lost) overtaking = NewSignal();
        return trip;
    }

    /// <summary>An event that breaks on the way (a full disk) stays undelivered in the ledger and goes out at the next start.</summary>
    private async Task DeliverOrReportAsync(DeliveryAttempt trip, CancellationToken cancel)
    {
        try
        {
            if (trip.Fate.Lost) Lose(trip.Event);
            else await DeliverAsync(trip, cancel);
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            log.DeliveryBroke(trip.Event.Id, trip.Event.Type, broken.GetType().Name, broken.StackTrace);
        }
    }

    private void Lose(StripeEvent raised)
    {
        End(new EventGivenUp(raised.Id, ledger.Now));
        if (firstTries.TryRemove(raised.Id, out var waiting)) waiting.TrySetResult();
        log.Lost(raised.Id, raised.Type);
    }

    private async Task DeliverAsync(DeliveryAttempt trip, CancellationToken cancel)
    {
        var (raised, fate) = (trip.Event, trip.Fate);
        var end = DateTimeOffset.FromUnixTimeSeconds(raised.Created) + Patience;
        if (fate.Delay > TimeSpan.Zero) await BeLateAsync(raised, fate.Delay, Task.Delay(fate.Delay, time, cancel), cancel);
        if (fate.Held) await BeLateAsync(raised, fate.LongestWait, trip.Overtaken.Task, cancel);
        for (var attempt = 1; ; attempt++)
        {
            await gate.OpenAsync(cancel);
            var twin = fate is { Duplicated: true, DuplicateIsLate: false } && attempt == 1 ? TryAsync(raised, cancel) : null;
            var trouble = await TryAsync(raised, cancel);
            if (twin is not null) log.Duplicated(raised.Id, raised.Type, await twin ?? "taken");
            if (firstTries.TryRemove(raised.Id, out var waiting)) waiting.TrySetResult();
            if (!fate.Held) trip.Overtaken.TrySetResult();
            if (trouble is null)
            {
                if (fate is { Duplicated: true, DuplicateIsLate: true }) await SendAgainAsync(raised, fate.LongestWait, cancel);
                End(new EventDelivered(raised.Id, ledger.Now));
                log.Delivered(raised.Id, raised.Type, attempt);
                return;
            }
            var wait = WaitAfter(attempt);
            if (time.GetUtcNow() + wait > end)
            {
                End(new EventGivenUp(raised.Id, ledger.Now));
                log.GivenUp(raised.Id, raised.Type);
                return;
            }
            log.NotDelivered(raised.Id, raised.Type, attempt, trouble, wait);
            await Task.Delay(wait, time, cancel);
        }
    }

    private async Task SendAgainAsync(StripeEvent raised, TimeSpan wait, CancellationToken cancel)
    {
        await BeLateAsync(raised, wait, Task.Delay(wait, time, cancel), cancel);
        await gate.OpenAsync(cancel);
        log.Duplicated(raised.Id, raised.Type, await TryAsync(raised, cancel) ?? "taken");
    }

    /// <summary>Waits for what it is to wait for, and never longer than it may.</summary>
    private async Task BeLateAsync(StripeEvent raised, TimeSpan atMost, Task until, CancellationToken cancel)
    {
        log.Late(raised.Id, raised.Type, atMost);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await Task.WhenAny(until, Task.Delay(atMost, time, enough.Token));
        await enough.CancelAsync();
        cancel.ThrowIfCancellationRequested();
    }

    private void End(Fact fact) => ledger.Write((_, note) =>
    {
        note.Add(fact);
        return 0;
    });

    private async Task<string?> TryAsync(StripeEvent raised, CancellationToken cancel)
    {
        await hands.WaitAsync(cancel);
        try
        {
            return await post.SendAsync(raised, cancel);
        }
        finally
        {
            hands.Release();
        }
    }

    private static TimeSpan WaitAfter(int attempt) =>
        attempt > 6 ? LongestWait : TimeSpan.FromSeconds(1 << (attempt - 1)) is var wait && wait < LongestWait ? wait : LongestWait;

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>An event on its way, and the signal that one has overtaken those held before it.</summary>
    private sealed record DeliveryAttempt(StripeEvent Event, WebhookFate Fate, TaskCompletionSource Overtaken);
}
