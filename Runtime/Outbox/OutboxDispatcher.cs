using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Outbox;

/// <summary>Takes one outbox row to its end: done, or dead with a reason.</summary>
internal sealed class OutboxDispatcher(
    IRuntimeStore store,
    IEnumerable<IOutboxSender> senders,
    MessageInbox inbox,
    DeliveryTracker deliveries,
    IdleTracker idleTracker,
    WallClock clock,
    ILogger<OutboxDispatcher> log)
{
    private static readonly TimeSpan StoreTrouble = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    /// <summary>No service asks for more; a row that seems to wait for longer was stored before the clock was set back.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(1);

    /// <summary>Tries of a row whose sender throws by a fault of ours.</summary>
    private const int MostFaults = 3;

    private readonly Dictionary<string, IOutboxSender> _senders =
        senders.SelectMany(sender => sender.Kinds, (sender, kind) => (sender, kind)).ToDictionary(pair => pair.kind, pair => pair.sender);

    public OutboxQueue QueueOf(OutboxRow row) =>
        _senders.TryGetValue(row.Kind, out var sender) ? sender.QueueOf(row.Kind) : OutboxQueue.Calls;

    public async Task DeliverAsync(OutboxRow row, bool wasWaiting, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        if (!_senders.TryGetValue(row.Kind, out var sender))
        {
            await EndAsync(row, null, $"Nothing carries out '{row.Kind}': its mode is Off now.", null, cancellationToken);
            return;
        }

        if (notBefore > clock.Now)
            await RestAsync(notBefore - clock.Now, cancellationToken);
        if (wasWaiting && sender.QueueOf(row.Kind) == OutboxQueue.Messages
            && await deliveries.WasDeliveredBeforeAsync(row, cancellationToken))
            return;
        var last = "";
        for (var faults = 0; !IsTooLate(row, sender); row = row with { Attempts = row.Attempts + 1 })
        {
            var slot = deliveries.Begin(row.Id);
            Outcome outcome;
            try
            {
                outcome = await sender.SendAsync(row, cancellationToken);
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                outcome = Threw(row, sender, problem, ref faults);
            }

            last = ReasonOf(outcome);
            try
            {
                if (await SettleAsync(row, outcome, slot, cancellationToken))
                    return;
            }
            catch when (!cancellationToken.IsCancellationRequested)
            {
                deliveries.End(slot);
                throw;
            }
        }

        var late = $"{last} Given up after {row.Attempts} tries.".TrimStart();
        await EndAsync(row, null, late, LastWord(row, sender, late), cancellationToken);
    }

    /// <summary>
    /// A sender answers for what the outside does; what it throws is trouble of the machine, or a fault of ours that no hours
    /// will mend.
    /// </summary>
    private Outcome Threw(OutboxRow row, IOutboxSender sender, Exception problem, ref int faults)
    {
        var reason = ExceptionSummary.Describe(problem);
        if (!ExceptionSummary.MayPass(problem) && (ExceptionSummary.IsInTheRequest(problem) || ++faults >= MostFaults))
        {
            reason = $"It can never be carried out: {reason}.";
            return new Outcome.Dead(reason, LastWord(row, sender, reason));
        }

        var pause = Backoff.Of(row, FirstPause, LongestPause);
        log.SenderThrew(row.PublicId, row.Kind, pause.TotalSeconds, problem);
        return new Outcome.Later(reason, pause);
    }

    /// <summary>A row that cannot be read has nothing to say, and ends all the same.</summary>
    private Activity? LastWord(OutboxRow row, IOutboxSender sender, string reason)
    {
        try
        {
            return sender.AnswerWhenAbandoned(row, reason);
        }
        catch (Exception problem)
        {
            log.OutboxFailed(row.PublicId, problem);
            return null;
        }
    }

    private bool IsTooLate(OutboxRow row, IOutboxSender sender) => clock.Now - row.Created > sender.GivesUpAfter(row.Kind);

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
                deliveries.End(slot);
                return true;
            case Outcome.Dead dead:
                log.OutboxDied(row.PublicId, row.Kind, dead.Reason);
                await EndAsync(row, null, dead.Reason, dead.Answer, cancellationToken);
                deliveries.End(slot);
                return true;
            case Outcome.Unknown unknown:
                log.OutboxUnknown(row.PublicId, unknown.Reason);
                await PostponeAsync(row, TimeSpan.Zero, unknown.Reason, cancellationToken);
                return await deliveries.WasDeliveredAsync(row, slot, cancellationToken);
            case Outcome.Later later:
                var pause = Shorter(later.After ?? Backoff.Of(row, FirstPause, LongestPause), LongestAsked);
                log.OutboxLater(row.PublicId, later.Reason, pause.TotalSeconds);
                await PostponeAsync(row, pause, later.Reason, cancellationToken);
                deliveries.End(slot);
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

    private static string ReasonOf(Outcome outcome) => Legible(outcome) switch
    {
        Outcome.Unknown unknown => unknown.Reason,
        Outcome.Later later => later.Reason,
        _ => "",
    };

    /// <summary>A store that cannot note it now changes nothing: the row waits and is tried again, here or at the next start.</summary>
    private async Task PostponeAsync(OutboxRow row, TimeSpan pause, string reason, CancellationToken cancellationToken)
    {
        try
        {
            await store.PostponeAsync(row.Id, row.Attempts + 1, clock.Now + pause, reason, cancellationToken);
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            log.OutboxFailed(row.PublicId, problem);
        }
    }

    private Task RestAsync(TimeSpan pause, CancellationToken cancellationToken) =>
        idleTracker.WaitAsync(clock.PauseAsync(Shorter(pause, LongestAsked), cancellationToken));

    /// <summary>What is done is never done again because the store could not say so: only the mark is tried again.</summary>
    private async Task EndAsync(OutboxRow row, string? channelId, string? deadReason, Activity? answer, CancellationToken cancellationToken)
    {
        var stored = answer is null ? null : inbox.Answer(row, answer);
        while (true)
        {
            try
            {
                await store.CompleteAsync(
                    new OutboxCompletion(row, deadReason is not null, channelId, deadReason, stored, clock.Now), cancellationToken);
                return;
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                log.OutboxFailed(row.PublicId, problem);
                await RestAsync(StoreTrouble, cancellationToken);
            }
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
