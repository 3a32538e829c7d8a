using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Turns;

/// <summary>
/// Runs one row: activity -> middleware -> bot, everything buffered, then one commit. A conflict runs it again on fresh
/// data; a turn that throws is tried three times, then the shopper gets an error reply and the row is a dead letter.
/// </summary>
internal sealed class TurnRunner(
    IRuntimeStore store,
    LaneOwners owners,
    IBot bot,
    TurnThrottle throttle,
    IdleTracker idleTracker,
    TimeProvider time,
    ILogger<TurnRunner> log)
{
    /// <summary>Tries of a turn that throws, crashes included.</summary>
    public const int MostTries = 3;

    private const int MostConflicts = 20;

    /// <summary>Losing so often is chance; losing on is starvation.</summary>
    private const int FairConflicts = 4;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly BotCallbackHandler _bot = bot.OnTurnAsync;

    public async Task RunAsync(InboxRow row, CancellationToken cancellationToken)
    {
        Exception? cause = null;
        for (var tries = row.Attempts; tries <= MostTries; tries++)
        {
            try
            {
                await RunPastConflictsAsync(row, tries, cause, cancellationToken);
                return;
            }
            catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
            {
                cause = problem is TurnFailedException { InnerException: { } inner } ? inner : problem;
                log.TurnFailed(row.Seq, tries + 1, cause);
                await store.CountAttemptAsync(row.Seq, cancellationToken);
            }

            row = row with { Fresh = null };
            await idleTracker.WaitAsync(Pauses[Math.Min(tries, Pauses.Length - 1)], time, cancellationToken);
        }

        // Even the error reply throws, or kills the process: nothing more can be done for this row.
        var reason = cause is null ? new ProcessDiedException().Message : ExceptionSummary.Describe(cause);
        log.TurnDied(row.Seq, reason);
        await store.DeadLetterAsync(row.Seq, reason, time.GetUtcNow(), cancellationToken);
    }

    private async Task RunPastConflictsAsync(InboxRow row, int tries, Exception? cause, CancellationToken cancellationToken)
    {
        // A row that failed at every try, and not by its bot's own throwing, is not put before the bot again.
        var callback = tries < MostTries ? _bot : FailingWith(cause ?? new ProcessDiedException());
        for (var conflicts = 0; ; row = row with { Fresh = null })
        {
            var alone = conflicts >= FairConflicts;
            await throttle.EnterAsync(alone, cancellationToken);
            try
            {
                if (await RunOnceAsync(row, tries, callback, cancellationToken) != CommitResult.Conflict)
                    return;
            }
            finally
            {
                throttle.Leave(alone);
            }

            log.TurnConflict(row.Seq, ++conflicts);
            if (conflicts > MostConflicts)
                throw new InvalidOperationException($"Row {row.Seq} met {conflicts} conflicts in a row.");
        }
    }

    private async Task<CommitResult> RunOnceAsync(InboxRow row, int tries, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var channel = ChannelOf(row.Lane);
        await using var work = await store.BeginAsync(row, channel.MessageKind, cancellationToken);
        var identity = new TurnIdentity(row, work, tries, cancellationToken);
        var activity = await ActivityOfAsync(row, cancellationToken);
        var response = await channel.Adapter.ProcessActivityAsync(identity, activity, callback, cancellationToken);
        if ((identity.Response ?? response) is { } answer)
            Respond(work, answer, identity);
        if (identity.DeadReason is { } reason)
            log.TurnDied(row.Seq, reason);
        return await work.CommitAsync(identity.DeadReason, cancellationToken);
    }

    private static BotCallbackHandler FailingWith(Exception cause) => (_, _) => Task.FromException(cause);

    private IChannel ChannelOf(string lane) =>
        owners.Find(lane) ?? throw new InvalidOperationException($"No channel serves lane '{lane}': its mode is Off now.");

    private ValueTask<Activity> ActivityOfAsync(InboxRow row, CancellationToken cancellationToken)
    {
        var activity = row.Fresh ?? ActivityBytes.Read(row.Body.Span);
        return row.Kind == RowKind.Message ? new(activity) : new(OwnAsync(row, activity, cancellationToken));
    }

    private async Task<Activity> OwnAsync(InboxRow row, Activity activity, CancellationToken cancellationToken)
    {
        // Our own rows carry what happened; where it is told is known to the lane.
        var reference = await store.ReferenceAsync(row.Lane, cancellationToken)
            ?? ChannelOf(row.Lane).ReferenceOf(row.Lane)
            ?? throw new InvalidOperationException($"Lane '{row.Lane}' has no conversation reference.");
        activity.ApplyConversationReference(reference, isIncoming: true);
        activity.Id = $"{row.Kind}-{row.Seq}".ToLowerInvariant();
        return activity;
    }

    private static void Respond(IUnitOfWork work, InvokeResponse response, TurnIdentity identity)
    {
        var status = identity.DeadReason is not null && response.Status == 501 ? 500 : response.Status;
        work.Respond(
            status, response.Body is null
                ? ReadOnlyMemory<byte>.Empty
                : JsonSerializer.SerializeToUtf8Bytes(response.Body, response.Body.GetType(), SchemaJson.Options));
    }
}

/// <summary>The process died in the middle of every try of a turn.</summary>
internal sealed class ProcessDiedException() : Exception("The process died in the middle of every try.");
