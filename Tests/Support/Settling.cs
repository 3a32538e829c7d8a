using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using CommerceBot.Runtime;

namespace CommerceBot.Tests.Support;

/// <summary>
/// Tells when nothing is under way any more: no row is handled or sent, and no webhook is on its way. What waits for the
/// clock is at rest, since only the test moves the clock.
/// </summary>
internal sealed class Settling
{
    private readonly ShopHost _host;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _stripeRetries = new(StringComparer.Ordinal);

    public Settling(ShopHost host, TestLogProvider log)
    {
        _host = host;
        log.Written += NoteStripeRetry;
    }

    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        try
        {
            while (!await IsQuietAsync(patience.Token))
            {
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            throw new TimeoutException($"The shop does not come to rest. {await DescribeAsync()}\n{_host.Log.Troubles}");
        }
    }

    /// <summary>
    /// Work passes from one hand to the next without a gap: a webhook waits until its row is in the inbox, a row is under
    /// way until its calls are in the outbox, and a call until its echo waits as a webhook. So when nothing beat since
    /// before the webhooks were found at rest, there was nothing.
    /// </summary>
    private async Task<bool> IsQuietAsync(CancellationToken cancellationToken)
    {
        if (!_host.IsOpen)
            return await AreWebhooksAtRestAsync(cancellationToken);
        var idleTracker = _host.Get<IdleTracker>();
        // Rows that others wrote, and timers that the clock has just let go, are in the lanes when this ends.
        await _host.Get<IRuntimeStore>().PollExternalRowsAsync(cancellationToken);
        await idleTracker.WhenIdleAsync().WaitAsync(cancellationToken);
        var beats = idleTracker.Starts;
        // Once more: a turn that has just ended may have set a timer that is due at once, and its row is in the lane when this ends.
        await _host.Get<IRuntimeStore>().PollExternalRowsAsync(cancellationToken);
        return idleTracker.Busy == 0
            && await AreWebhooksAtRestAsync(cancellationToken)
            && idleTracker.Busy == 0
            && idleTracker.Starts == beats;
    }

    private async Task<bool> AreWebhooksAtRestAsync(CancellationToken cancellationToken)
    {
        var now = _host.Time.GetUtcNow();
        var messenger = await GetAsync("/simulator/messenger/webhooks", cancellationToken);
        if (messenger.GetProperty("waiting").EnumerateArray().Any(waiting => waiting.GetProperty("nextAttempt").GetDateTimeOffset() <= now))
            return false;
        // Not the whole ledger: it grows with every test of a class, and this is asked after every act and every step of the clock.
        var stripe = await GetAsync("/simulator/stripe/control/webhooks", cancellationToken);
        return stripe.GetProperty("delivery").GetString() == "stopped"
            || stripe.GetProperty("undelivered").EnumerateArray()
                .All(raised => _stripeRetries.TryGetValue(raised.GetString()!, out var due) && due > now);
    }

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        JsonElement.Parse(await _host.Simulators.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken));

    /// <summary>The Stripe simulator tells nobody but its log when it will try again.</summary>
    private void NoteStripeRetry(LogLine line)
    {
        if (line.Facts.TryGetValue("EventId", out var id) && line.Facts.TryGetValue("Wait", out var wait) && wait is TimeSpan pause)
            _stripeRetries[(string)id!] = _host.Time.GetUtcNow() + pause;
    }

    private async Task<string> DescribeAsync()
    {
        var busy = _host.IsOpen ? _host.Get<IdleTracker>().Busy : 0;
        var webhooks = await GetAsync("/simulator/messenger/webhooks", CancellationToken.None);
        return string.Create(CultureInfo.InvariantCulture, $"{busy} rows are under way; webhooks: {webhooks.GetRawText()}");
    }
}
