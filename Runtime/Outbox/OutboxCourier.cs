using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Outbox;

/// <summary>Takes one outbox row to its end: done, or dead with a reason.</summary>
internal sealed class OutboxCourier(
    IRuntimeStore store,
    IEnumerable<ICarryOut> carriers,
    InboxDoor inbox,
    Echoes echoes,
    BlackBox blackBox,
    Pulse pulse,
    TimeProvider time,
    ILogger<OutboxCourier> log)
{
    /// <summary>How long a message whose fate is unknown waits for the channel's echo before it is sent again.</summary>
    public static readonly TimeSpan EchoWait = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan StoreTrouble = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, ICarryOut> _carriers =
        carriers.SelectMany(carrier => carrier.Kinds, (carrier, kind) => (carrier, kind)).ToDictionary(pair => pair.kind, pair => pair.carrier);

    public OutboxQueue QueueOf(OutboxRow row) => _carriers.TryGetValue(row.Kind, out var carrier) ? carrier.QueueOf(row.Kind) : OutboxQueue.Calls;

    public async Task DeliverAsync(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        if (!_carriers.TryGetValue(row.Kind, out var carrier))
        {
            await EndAsync(row, null, $"Nothing carries out '{row.Kind}': its mode is Off now.", null, cancellationToken);
            return;
        }

        if (notBefore > time.GetUtcNow())
            await pulse.RestAsync(notBefore - time.GetUtcNow(), time, cancellationToken);
        if (MayHaveLeft(row, wasWaiting, carrier) && await WasDeliveredAsync(row, blackBox.Begin(row.Id), cancellationToken))
            return;
        while (!IsTooLate(row, carrier))
        {
            var slot = blackBox.Begin(row.Id);
            try
            {
                if (await SettleAsync(row, await carrier.CarryOutAsync(row, cancellationToken), slot, cancellationToken))
                    return;
            }
            catch when (!cancellationToken.IsCancellationRequested)
            {
                blackBox.End(slot);
                throw;
            }

            row = row with { Attempts = row.Attempts + 1 };
        }

        var late = $"Given up after {row.Attempts} tries.";
        await EndAsync(row, null, late, carrier.AnswerWhenGivenUp(row, late), cancellationToken);
    }

    private bool IsTooLate(OutboxRow row, ICarryOut carrier) => time.GetUtcNow() - row.Created > carrier.GivesUpAfter(row.Kind);

    private bool MayHaveLeft(OutboxRow row, bool wasWaiting, ICarryOut carrier) =>
        wasWaiting && carrier.QueueOf(row.Kind) == OutboxQueue.Messages && (blackBox.MachineRestarted || blackBox.WasRunning.Contains(row.Id));

    /// <summary>
    /// The slot is given back once the row's fate is stored. A stop before that leaves it taken, so that the next start
    /// knows that the row may have left. True when the row has ended.
    /// </summary>
    private async Task<bool> SettleAsync(OutboxRow row, Outcome outcome, int slot, CancellationToken cancellationToken)
    {
        switch (Legible(outcome))
        {
            case Outcome.Done done:
                CrashPoints.Reach(CrashPoints.AfterSend, QueueOf(row) == OutboxQueue.Messages);
                await EndAsync(row, done.ChannelId, null, done.Answer, cancellationToken);
                blackBox.End(slot);
                return true;
            case Outcome.Dead dead:
                log.OutboxDied(row.PublicId, row.Kind, dead.Reason);
                await EndAsync(row, null, dead.Reason, dead.Answer, cancellationToken);
                blackBox.End(slot);
                return true;
            case Outcome.Unknown unknown:
                log.OutboxUnknown(row.PublicId, unknown.Reason);
                await store.PostponeAsync(row.Id, row.Attempts + 1, time.GetUtcNow(), unknown.Reason, cancellationToken);
                return await WasDeliveredAsync(row, slot, cancellationToken);
            case Outcome.Later later:
                var pause = later.After ?? Backoff(row.Attempts);
                log.OutboxLater(row.PublicId, later.Reason, pause.TotalSeconds);
                await store.PostponeAsync(row.Id, row.Attempts + 1, time.GetUtcNow() + pause, later.Reason, cancellationToken);
                blackBox.End(slot);
                await pulse.RestAsync(pause, time, cancellationToken);
                return false;
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome}.");
        }
    }

    /// <summary>What another service says of a failure is kept and logged: shortened, and without what a person may have written.</summary>
    private static Outcome Legible(Outcome outcome) => outcome switch
    {
        Outcome.Dead dead => dead with { Reason = LogText.Of(dead.Reason) },
        Outcome.Unknown unknown => unknown with { Reason = LogText.Of(unknown.Reason) },
        Outcome.Later later => later with { Reason = LogText.Of(later.Reason) },
        _ => outcome,
    };

    /// <summary>Waits for the echo, which may also have come before anybody knew that it would be needed.</summary>
    private async Task<bool> WasDeliveredAsync(OutboxRow row, int slot, CancellationToken cancellationToken)
    {
        using var echo = echoes.Expect(row.Id);
        var delivered = await store.ChannelIdAsync(row.Id, cancellationToken) is not null || await echo.WithinAsync(EchoWait, cancellationToken);
        blackBox.End(slot);
        return delivered;
    }

    /// <summary>What is done is never done again because the store could not say so: only the mark is tried again.</summary>
    private async Task EndAsync(OutboxRow row, string? channelId, string? deadReason, Activity? answer, CancellationToken cancellationToken)
    {
        var stored = answer is null ? null : inbox.Answer(row, answer);
        while (true)
        {
            try
            {
                await store.CloseAsync(new OutboxClosing(row, deadReason is not null, channelId, deadReason, stored, time.GetUtcNow()), cancellationToken);
                return;
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                log.OutboxFailed(row.PublicId, problem);
                await pulse.RestAsync(StoreTrouble, time, cancellationToken);
            }
        }
    }

    private static TimeSpan Backoff(int tries) =>
        TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(tries, 10))));
}
