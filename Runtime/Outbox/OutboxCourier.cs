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
    WallClock clock,
    TimeProvider time,
    ILogger<OutboxCourier> log)
{
    /// <summary>
    /// How long a message whose fate is unknown waits for the channel's echo before it is sent again: time in which the
    /// process was up and could have received it.
    /// </summary>
    public static readonly TimeSpan EchoWait = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How long in all, where no process lives for that long at a time. More, because whoever sends the echo waits longer
    /// after each try that met nobody, up to about a minute.
    /// </summary>
    private static readonly TimeSpan EchoWaitInPieces = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan StoreTrouble = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>No service asks for more; a row that seems to wait for longer was stored before the clock was set back.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>Tries of a row whose carrier throws by a fault of ours.</summary>
    private const int MostFaults = 3;

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
            await RestAsync(notBefore - time.GetUtcNow(), cancellationToken);
        if (MayHaveLeft(row, wasWaiting, carrier) && await WasDeliveredAsync(row, blackBox.BeginWait(row.Id), cancellationToken))
            return;
        for (var faults = 0; !IsTooLate(row, carrier); row = row with { Attempts = row.Attempts + 1 })
        {
            var slot = blackBox.Begin(row.Id);
            Outcome outcome;
            try
            {
                outcome = await carrier.CarryOutAsync(row, cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                outcome = Threw(row, carrier, problem, ref faults);
            }

            try
            {
                if (await SettleAsync(row, outcome, slot, cancellationToken))
                    return;
            }
            catch when (!cancellationToken.IsCancellationRequested)
            {
                blackBox.End(slot);
                throw;
            }
        }

        var late = $"Given up after {row.Attempts} tries.";
        await EndAsync(row, null, late, LastWord(row, carrier, late), cancellationToken);
    }

    /// <summary>
    /// A carrier answers for what the outside does; what it throws is trouble of the machine, or a fault of ours that no hours
    /// will mend.
    /// </summary>
    private Outcome Threw(OutboxRow row, ICarryOut carrier, Exception problem, ref int faults)
    {
        var reason = Fault.Describe(problem);
        if (!Fault.MayPass(problem) && (Fault.IsInTheRequest(problem) || ++faults >= MostFaults))
        {
            reason = $"It can never be carried out: {reason}.";
            return new Outcome.Dead(reason, LastWord(row, carrier, reason));
        }

        var pause = Backoff(row.Attempts);
        log.CarrierThrew(row.PublicId, row.Kind, pause.TotalSeconds, problem);
        return new Outcome.Later(reason, pause);
    }

    /// <summary>A row that cannot be read has nothing to say, and ends all the same.</summary>
    private Activity? LastWord(OutboxRow row, ICarryOut carrier, string reason)
    {
        try
        {
            return carrier.AnswerWhenGivenUp(row, reason);
        }
        catch (Exception problem)
        {
            log.OutboxFailed(row.PublicId, problem);
            return null;
        }
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
                await PostponeAsync(row, TimeSpan.Zero, unknown.Reason, cancellationToken);
                return await WasDeliveredAsync(row, slot, cancellationToken);
            case Outcome.Later later:
                var pause = Shorter(later.After ?? Backoff(row.Attempts), LongestAsked);
                log.OutboxLater(row.PublicId, later.Reason, pause.TotalSeconds);
                await PostponeAsync(row, pause, later.Reason, cancellationToken);
                blackBox.End(slot);
                await RestAsync(pause, cancellationToken);
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

    /// <summary>A store that cannot note it now changes nothing: the row waits and is tried again, here or at the next start.</summary>
    private async Task PostponeAsync(OutboxRow row, TimeSpan pause, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await store.PostponeAsync(row.Id, row.Attempts + 1, time.GetUtcNow() + pause, reason, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            log.OutboxFailed(row.PublicId, problem);
        }
    }

    private Task RestAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        pulse.RestAsync(clock.PauseAsync(Shorter(pause, LongestAsked), cancellationToken));

    /// <summary>Waits for the echo, which may also have come before anybody knew that it would be needed.</summary>
    private async Task<bool> WasDeliveredAsync(OutboxRow row, int slot, CancellationToken cancellationToken)
    {
        var before = blackBox.Waited(slot);
        using var echo = echoes.Expect(row.Id, waited => blackBox.NoteWait(slot, row.Id, before + waited));
        var left = before < EchoWaitInPieces ? Shorter(EchoWait, EchoWaitInPieces - before) : TimeSpan.Zero;
        var delivered = await IsKnownAsSentAsync(row, cancellationToken) || await echo.WithinAsync(left, cancellationToken);
        blackBox.End(slot);
        return delivered;
    }

    /// <summary>A store that cannot say is no reason to send it twice: then only the echo tells.</summary>
    private async Task<bool> IsKnownAsSentAsync(OutboxRow row, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ChannelIdAsync(row.Id, cancellationToken) is not null;
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            log.OutboxFailed(row.PublicId, problem);
            return false;
        }
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

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
