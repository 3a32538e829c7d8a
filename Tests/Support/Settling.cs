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
    /// <summary>Only what hangs takes this long, also where many others use the machine.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly ShopHost _host;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _stripeRetries = new(StringComparer.Ordinal);

    public Settling(ShopHost host, LogBook log)
    {
        _host = host;
        log.Written += NoteStripeRetry;
    }

    public async Task SettleAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
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
        var pulse = _host.Get<Pulse>();
        // Rows that others wrote, and timers that the clock has just let go, are in the lanes when this ends.
        await _host.Get<IRuntimeStore>().LookForForeignRowsAsync(cancellationToken);
        await pulse.WhenQuietAsync().WaitAsync(cancellationToken);
        var beats = pulse.Beats;
        // Once more: a turn that has just ended may have set a timer that is due at once, and its row is in the lane when this ends.
        await _host.Get<IRuntimeStore>().LookForForeignRowsAsync(cancellationToken);
        return pulse.Busy == 0 && await AreWebhooksAtRestAsync(cancellationToken) && pulse.Busy == 0 && pulse.Beats == beats;
    }

    private async Task<bool> AreWebhooksAtRestAsync(CancellationToken cancellationToken)
    {
        var now = _host.Time.GetUtcNow();
        var messenger = await GetAsync("/simulator/messenger/webhooks", cancellationToken);
        if (messenger.GetProperty("waiting").EnumerateArray().Any(waiting => waiting.GetProperty("nextAttempt").GetDateTimeOffset() <= now))
            return false;
        var stripe = await GetAsync("/simulator/stripe/control/ledger", cancellationToken);
        if (stripe.GetProperty("webhooks").GetProperty("delivery").GetString() == "stopped")
            return true;
        return stripe.GetProperty("events").EnumerateArray()
            .Where(raised => raised.GetProperty("pending_webhooks").GetInt32() > 0)
            .All(raised => _stripeRetries.TryGetValue(raised.GetProperty("id").GetString()!, out var due) && due > now);
    }

    private async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken) =>
        JsonElement.Parse(await _host.StandIns.GetByteArrayAsync(new Uri(path, UriKind.Relative), cancellationToken));

    /// <summary>The Stripe stand-in tells nobody but its log when it will try again.</summary>
    private void NoteStripeRetry(LogLine line)
    {
        if (line.Facts.TryGetValue("EventId", out var id) && line.Facts.TryGetValue("Wait", out var wait) && wait is TimeSpan pause)
            _stripeRetries[(string)id!] = _host.Time.GetUtcNow() + pause;
    }

    private async Task<string> DescribeAsync()
    {
        var busy = _host.IsOpen ? _host.Get<Pulse>().Busy : 0;
        var webhooks = await GetAsync("/simulator/messenger/webhooks", CancellationToken.None);
        return string.Create(CultureInfo.InvariantCulture, $"{busy} rows are under way; webhooks: {webhooks.GetRawText()}");
    }
}
