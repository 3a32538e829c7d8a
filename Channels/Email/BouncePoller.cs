using System.Net.Sockets;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Redaction;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Security;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Email;

/// <summary>
/// Looks every five minutes, and after a sleep of the machine, for mails that came back. A mailbox that cannot be read is logged once and
/// shown as a health check, and is looked for again at the next look.
/// </summary>
internal sealed class BouncePoller(
    BounceMailbox mailbox, BounceHandler handler, IdleTracker idle, WallClock wall, TimeProvider time, ILogger<BouncePoller> log)
    : IHostedLifecycleService, IHealthCheck, IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>A start has more urgent things to do.</summary>
    private static readonly TimeSpan AtFirst = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _looking = Task.CompletedTask;
    private ITimer? _clock;
    private volatile string? _trouble;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_trouble is { } trouble ? HealthCheckResult.Degraded(trouble) : HealthCheckResult.Healthy());

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Once the host listens: the mailbox may be a simulator's in this very process.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _clock = time.CreateTimer(_ => Look(), null, AtFirst, Every);
        wall.Listen(Stepped);
        return Task.CompletedTask;
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        wall.Leave(Stepped);
        await _stopping.CancelAsync();
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_clock is not null)
            await _clock.DisposeAsync();
        await _looking;
    }

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _stopping.Dispose();

    private void Stepped(TimeSpan by) => Look();

    /// <summary>One look at a time; one that takes longer than the pause makes the next one wait for the clock again.</summary>
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
            await mailbox.ReadAsync(handler.TakeAsync, log.BounceUnreadable, cancellationToken);
            _trouble = null;
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // The host stops. What was not taken is unseen, and is found again.
        }
        catch (Exception trouble) when (Describe(trouble) is { } reason)
        {
            if (_trouble != reason)
                log.BouncesNotRead(reason);
            _trouble = reason;
        }
        catch (Exception problem)
        {
            // Whatever it is, the next look must come.
            log.BouncesNotTaken(problem);
            _trouble = "A report could not be kept: see the log.";
        }
        finally
        {
            idle.End();
        }
    }

    /// <summary>What the mail server or the way to it is to blame for; null for anything else.</summary>
    private static string? Describe(Exception trouble) => trouble switch
    {
        AuthenticationException refused => $"Imap: sign-in refused, check Imap:User and Imap:Password: {FirstLine(refused)}",
        SslHandshakeException wrong => $"Imap: TLS failed, check Imap:Host and Imap:Port: {FirstLine(wrong)}",
        FolderNotFoundException missing => $"Imap: there is no mailbox '{LogText.Of(missing.FolderName)}', check Imap:Mailbox",
        NotSupportedException missing => $"Imap: the server lacks what is needed: {FirstLine(missing)}",
        ImapCommandException refused => $"Imap: not now: {FirstLine(refused)}",
        IOException or SocketException or TimeoutException or ProtocolException or ServiceNotConnectedException
            or ServiceNotAuthenticatedException or HttpRequestException => $"Imap: not reached: {FirstLine(trouble)}",
        _ => null,
    };

    private static string FirstLine(Exception trouble) => LogText.Of(trouble.Message.Split('\n', 2)[0].Trim());
}
