using System.Globalization;
using CommerceBot.Mails;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Desk.Alerts;

/// <summary>
/// Looks once a minute for notices that did not reach a shopper who has paid, and has the merchant told of all of them together, once
/// an hour at most. What it finds becomes a row whose turn writes the mail.
/// </summary>
internal sealed class UndeliveredWatch(
    IUndeliveredQueries notices, MessageInbox inbox, IdleTracker idle, TimeProvider time, ILogger<UndeliveredWatch> log)
    : IHostedService, IAsyncDisposable
{
    /// <summary>Lanes that are no conversation begin so; see <see cref="IncomingMessage"/>.</summary>
    private const string Lane = "order:undelivered-";

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _looking = Task.CompletedTask;
    private ITimer? _clock;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _clock = time.CreateTimer(_ => Look(), null, Every, Every);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_clock is not null)
            await _clock.DisposeAsync();
        await _looking;
    }

    public async ValueTask DisposeAsync()
    {
        if (_clock is not null)
            await _clock.DisposeAsync();
        _stopping.Dispose();
    }

    private void Look()
    {
        if (!_looking.IsCompleted || _stopping.IsCancellationRequested)
            return;
        idle.Begin();
        _looking = LookAsync(_stopping.Token);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.Yield();
            await TellAsync(time.GetUtcNow(), cancellationToken);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops; the next start goes on where this one was.
        }
        catch (Exception problem)
        {
            // Whatever it is, the next look must come.
            log.UndeliveredNotTold(problem);
        }
        finally
        {
            idle.End();
        }
    }

    private async Task TellAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await notices.ReadAsync(cancellationToken) is not { } told)
        {
            // What died before this shop ever looked is on the page Health.
            await notices.SaveAsync(new ToldUntil(now, DateTimeOffset.UnixEpoch), cancellationToken);
            return;
        }

        if (now - told.At < Pause && now >= told.At)
            return;
        var found = await notices.BetweenAsync(told.Until, now, cancellationToken);
        if (found.Count == 0)
            return;
        // The same notices make the same row, should the process die before it is remembered that they were told.
        var id = told.Until.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var activity = new Activity
        {
            Type = ActivityTypes.Event, Name = UndeliveredEvents.Seen, Value = UndeliveredEvents.Write(new UndeliveredMail(id, now, found)),
        };
        await inbox.AppendAsync([new IncomingMessage($"undelivered:{id}", Lane + id, RowKind.GatewayEvent, activity)], cancellationToken);
        await notices.SaveAsync(new ToldUntil(now, now), cancellationToken);
    }
}
