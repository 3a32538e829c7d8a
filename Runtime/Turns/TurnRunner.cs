using System.Text.Json;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Runtime.Turns;

/// <summary>
/// Runs one row: activity -> middleware -> bot, everything buffered, then one commit. A conflict runs it again on fresh
/// data; a turn that throws is tried three times, then the shopper gets an apology and the row is a dead letter.
/// </summary>
internal sealed class TurnRunner(
    IRuntimeStore store,
    IEnumerable<IChannel> channels,
    IBot bot,
    Pulse pulse,
    TimeProvider time,
    ILogger<TurnRunner> log)
{
    /// <summary>Tries of a turn that throws, crashes included.</summary>
    public const int MostTries = 3;

    private const int MostConflicts = 20;

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)];

    private readonly IChannel[] _channels = [.. channels];

    public async Task RunAsync(InboxRow row, CancellationToken cancellationToken)
    {
        var conflicts = 0;
        for (var tries = row.Attempts; ; )
        {
            try
            {
                switch (await RunOnceAsync(row, tries, conflicts, cancellationToken))
                {
                    case CommitResult.Conflict:
                        conflicts++;
                        log.TurnConflict(row.Seq, conflicts);
                        row = row with { Fresh = null };
                        continue;
                    default:
                        return;
                }
            }
            catch (Exception problem) when (problem is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                var cause = problem is TurnFailedException { InnerException: { } inner } ? inner : problem;
                log.TurnFailed(row.Seq, tries + 1, cause);
                await store.CountAttemptAsync(row.Seq, cancellationToken);
                if (++tries > MostTries)
                {
                    // Even the apology throws: nothing more can be done for this row.
                    await store.BuryAsync(row.Seq, Fault.Describe(cause), time.GetUtcNow(), cancellationToken);
                    return;
                }

                row = row with { Fresh = null };
                await pulse.RestAsync(Pauses[Math.Min(tries, Pauses.Length) - 1], time, cancellationToken);
            }
        }
    }

    private async Task<CommitResult> RunOnceAsync(InboxRow row, int tries, int conflicts, CancellationToken cancellationToken)
    {
        if (conflicts > MostConflicts)
            throw new InvalidOperationException($"Row {row.Seq} met {conflicts} conflicts in a row.");
        var channel = _channels.FirstOrDefault(each => each.Owns(row.Lane))
            ?? throw new InvalidOperationException($"No channel serves lane '{row.Lane}': its mode is Off now.");
        await using var work = await store.BeginAsync(row, channel.MessageKind, cancellationToken);
        var identity = new TurnIdentity(row, work, tries);
        var activity = await ActivityOfAsync(row, cancellationToken);
        var response = await channel.Adapter.ProcessActivityAsync(identity, activity, bot.OnTurnAsync, cancellationToken);
        if ((identity.Response ?? response) is { } answer)
            Respond(work, answer, identity);
        if (identity.DeadReason is { } reason)
            log.TurnDied(row.Seq, reason);
        return await work.CommitAsync(identity.DeadReason, cancellationToken);
    }

    private async Task<Activity> ActivityOfAsync(InboxRow row, CancellationToken cancellationToken)
    {
        var activity = row.Fresh ?? ActivityBytes.Read(row.Body.Span);
        if (row.Kind == RowKind.Message)
            return activity;
        // Our own rows carry what happened; where it is told is known to the lane.
        var reference = await store.ReferenceAsync(row.Lane, cancellationToken)
            ?? throw new InvalidOperationException($"Lane '{row.Lane}' has no conversation reference.");
        activity.ApplyConversationReference(reference, isIncoming: true);
        activity.Id = $"{row.Kind}-{row.Seq}".ToLowerInvariant();
        return activity;
    }

    private static void Respond(IUnitOfWork work, InvokeResponse response, TurnIdentity identity)
    {
        var status = identity.DeadReason is not null && response.Status == 501 ? 500 : response.Status;
        work.Respond(status, response.Body is null ? ReadOnlyMemory<byte>.Empty : JsonSerializer.SerializeToUtf8Bytes(response.Body, response.Body.GetType(), SchemaJson.Options));
    }
}
