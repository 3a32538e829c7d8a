using System.Collections.Concurrent;
using System.Threading.Channels;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Stripe.Ledger;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Stripe.Webhooks;

/// <summary>Carries events to the bot until each is answered with 2xx: at once, then 1, 2, 4 ... 60 seconds apart, for three days.</summary>
internal sealed class Courier : BackgroundService
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
    private readonly TimeProvider time;
    private readonly ILogger<Courier> log;

    public Courier(StripeLedger ledger, WebhookPost post, DeliveryGate gate, TimeProvider time, ILogger<Courier> log)
    {
        (this.ledger, this.post, this.gate, this.time, this.log) = (ledger, post, gate, time, log);
        foreach (var left in ledger.Read(books => books.Undelivered.ToArray())) incoming.Writer.TryWrite(left);
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
                underway.Add(CarryOrReportAsync(raised, stoppingToken));
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
            firstTries[one.Id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            incoming.Writer.TryWrite(one);
        }
    }

    /// <summary>An event that breaks on the way (a full disk) stays undelivered in the ledger and goes out at the next start.</summary>
    private async Task CarryOrReportAsync(StripeEvent raised, CancellationToken cancel)
    {
        try
        {
            await CarryAsync(raised, cancel);
        }
        catch (Exception broken) when (!cancel.IsCancellationRequested)
        {
            log.DeliveryBroke(broken, raised.Id, raised.Type);
        }
    }

    private async Task CarryAsync(StripeEvent raised, CancellationToken cancel)
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(raised.Created) + Patience;
        for (var attempt = 1; ; attempt++)
        {
            await gate.OpenAsync(cancel);
            var trouble = await TryAsync(raised, cancel);
            if (firstTries.TryRemove(raised.Id, out var waiting)) waiting.TrySetResult();
            if (trouble is null)
            {
                ledger.Write((_, note) => { note.Add(new EventDelivered(raised.Id, ledger.Now)); return 0; });
                log.Delivered(raised.Id, raised.Type, attempt);
                return;
            }
            var wait = WaitAfter(attempt);
            if (time.GetUtcNow() + wait > end)
            {
                ledger.Write((_, note) => { note.Add(new EventGivenUp(raised.Id, ledger.Now)); return 0; });
                log.GivenUp(raised.Id, raised.Type);
                return;
            }
            log.NotDelivered(raised.Id, raised.Type, attempt, trouble, wait);
            await Task.Delay(wait, time, cancel);
        }
    }

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
}
