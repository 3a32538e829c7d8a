using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CommerceBot.Simulator.Hosting;
using CommerceBot.Simulator.Messenger.People;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Simulator.Messenger.Webhooks;

/// <summary>Brings events to the bot: signed, in an envelope of their own, again and again until taken.</summary>
internal sealed partial class WebhookPost : IDisposable
{
    public const int Capacity = 10_000;
    private readonly ConcurrentDictionary<string, WebhookLane> lanes = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stopping;
    private readonly BotEndpoint endpoint;
    private readonly SimulatorState world;
    private readonly Switches switches;
    private readonly TimeProvider time;
    private readonly ILogger<WebhookPost> log;
    private readonly string pageId;
    private IReadOnlySet<string>? subscribed;
    private long delivered;
    private long failed;
    private long abandoned;
    private volatile string? lastTrouble;

    public WebhookPost(
        BotEndpoint endpoint, SimulatorState world, Switches switches, SimulatorSecrets secrets, TimeProvider time,
        IHostApplicationLifetime lifetime, ILogger<WebhookPost> log)
    {
        this.endpoint = endpoint;
        this.world = world;
        this.switches = switches;
        this.time = time;
        this.log = log;
        pageId = secrets.FacebookPageId;
        stopping = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        switches.Changed += () =>
        {
            foreach (var lane in lanes.Values)
                lane.TryNow();
        };
    }

    public int WaitingCount => lanes.Values.Sum(l => l.Waiting.Count);

    /// <summary>The fields that the app subscribed to; null means all of them.</summary>
    public void Subscribe(IReadOnlySet<string>? fields) => Volatile.Write(ref subscribed, fields);

    public IReadOnlySet<string>? Subscribed => Volatile.Read(ref subscribed);

    /// <summary>False when there is no more space: the bot has been away for too long.</summary>
    public bool Send(string field, string psid, JsonObject messaging, string? mid = null)
    {
        if (switches.Now.Webhooks is WebhookMode.Drop || Subscribed is { } wanted && !wanted.Contains(field))
            return true;
        if (WaitingCount >= Capacity)
        {
            Dropped(field, Capacity);
            return false;
        }

        _ = endpoint.Address; // Throws here, at the caller, when the bot's address is not known.
        var now = time.GetUtcNow();
        var body = MetaBody.Write(Envelope(messaging, now));
        var copies = switches.Now.Webhooks is WebhookMode.Duplicate ? 2 : 1;
        for (var i = 0; i < copies; i++)
            Lane(psid).Add(new Webhook(field, psid, mid, body, now));
        return true;
    }

    public object Describe() => new
    {
        address = TryAddress(),
        verified = endpoint.IsVerified,
        mode = switches.Now.Webhooks,
        subscribed = Subscribed,
        delivered = Interlocked.Read(ref delivered),
        failedAttempts = Interlocked.Read(ref failed),
        abandoned = Interlocked.Read(ref abandoned),
        lastTrouble,
        waiting = lanes.Values.SelectMany(l => l.Waiting).OrderBy(w => w.Born).Select(w => new
        {
            w.Kind,
            user = world.FindPsid(w.Psid)?.Shopper.User,
            w.Attempts,
            nextAttempt = w.Due,
            w.LastOutcome,
        }),
    };

    public void Dispose()
    {
        stopping.Cancel();
        stopping.Dispose();
    }

    private WebhookLane Lane(string psid) => lanes.GetOrAdd(psid, _ => new WebhookLane(
        (webhook, cancellationToken) => PostAsync(webhook, cancellationToken), Settled, GivenUp, time, stopping.Token));

    private async Task<Outcome> PostAsync(Webhook webhook, CancellationToken cancellationToken) =>
        switches.Now.Webhooks is WebhookMode.Hold
            ? new Outcome.Unreachable("deliveries are switched off")
            : await endpoint.PostAsync(webhook.Body, cancellationToken);

    private void Settled(Webhook webhook, Outcome outcome)
    {
        if (outcome is Outcome.Taken)
        {
            Interlocked.Increment(ref delivered);
            lastTrouble = null;
        }
        else
        {
            Interlocked.Increment(ref failed);
            lastTrouble = webhook.LastOutcome;
            NotTaken(webhook.Kind, endpoint.Address, webhook.LastOutcome!, webhook.Attempts, webhook.Due);
        }

        if (webhook.Mid is { } mid && (outcome is Outcome.Taken || webhook.Attempts is 2))
            world.FindPsid(webhook.Psid)?.TellDelivery(mid, outcome is Outcome.Taken);
    }

    private void GivenUp(Webhook webhook)
    {
        Interlocked.Increment(ref abandoned);
        Abandoned(webhook.Kind, webhook.Attempts);
    }

    private JsonObject Envelope(JsonObject messaging, DateTimeOffset now) => new()
    {
        ["object"] = "page",
        ["entry"] = new JsonArray(new JsonObject
        {
            ["id"] = pageId,
            ["time"] = now.ToUnixTimeMilliseconds(),
            ["messaging"] = new JsonArray(messaging),
        }),
    };

    /// <summary>Null until the server that hosts us and the bot has started to listen.</summary>
    private Uri? TryAddress() => endpoint.IsVerified || delivered + failed > 0 ? endpoint.Address : null;

    [LoggerMessage(10, LogLevel.Warning, "A {Kind} event was not taken: {Address} {Outcome} (attempt {Attempt}, again at {Next:T})")]
    private partial void NotTaken(string kind, Uri address, string outcome, int attempt, DateTimeOffset next);

    [LoggerMessage(11, LogLevel.Error, "A {Kind} event was given up after an hour and {Attempts} attempts")]
    private partial void Abandoned(string kind, int attempts);

    [LoggerMessage(12, LogLevel.Error, "A {Kind} event was dropped: {Capacity} others wait for the bot already")]
    private partial void Dropped(string kind, int capacity);
}
