using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Rows;
using Microsoft.Bot.Schema;

namespace CommerceBot.Commands;

/// <summary>Hands a command to the running shop as a row of the order's lane, and waits for what comes of it.</summary>
internal sealed class CommandDesk(Workplace workplace)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public long Append(Order order, string what, OrderCommand command)
    {
        var now = workplace.Time.GetUtcNow();
        var activity = new Activity { Type = ActivityTypes.Invoke, Name = what, Value = OrderCommands.Write(command) };
        using var session = workplace.Database.OpenSession();
        var key = $"command:{what}:{order.Id}:{System.Security.Cryptography.RandomNumberGenerator.GetHexString(16)}";
        return InboxStatements.TryInsert(session, key, order.Lane.Value, RowKind.Command, workplace.Sealer.Seal(SchemaJson.Write(activity)), now)
            ?? throw new InvalidOperationException("A command's key was there before.");
    }

    /// <summary>The shop's answer; null when none came in time.</summary>
    public async Task<OrderCommandAnswer?> AnswerAsync(long seq, CancellationToken cancellationToken)
    {
        using var session = workplace.Database.OpenSession();
        var outcome = await UntilAsync(() => Outcomes.Read(session, workplace.Sealer, seq), Patience, cancellationToken);
        return outcome switch
        {
            null => null,
            { Dead: false, Body.IsEmpty: false } => OrderCommands.ReadAnswer(outcome.Body.Span),
            _ => new OrderCommandAnswer(false, "The shop could not do it: see 'dead-letters list'."),
        };
    }

    /// <summary>Why the shopper could not be told; null when they were, or when it takes long.</summary>
    public async Task<string?> NoticeAsync(long seq, CancellationToken cancellationToken)
    {
        using var session = workplace.Database.OpenSession();
        var ended = await UntilAsync(() => Notice(session, seq), TimeSpan.FromSeconds(5), cancellationToken);
        return ended is { State: OutboxStatements.Dead } ? ended.Reason : null;
    }

    /// <summary>A dead message first, then one that still waits; a turn that sent nothing has ended too.</summary>
    private static Ended? Notice(Session session, long seq)
    {
        var query = session["SELECT state, reason FROM outbox WHERE seq = ?1 AND state <> 3 ORDER BY state = 2 DESC, state = 0 DESC LIMIT 1"].Bind(1, seq);
        var ended = query.Step() ? new Ended(query.Int32(0), query.TextOrNull(1) ?? "") : new Ended(OutboxStatements.Done, "");
        query.Reset();
        return ended is { State: OutboxStatements.Waiting } ? null : ended;
    }

    /// <summary>Another process does the work, so its rows are looked at until they say so.</summary>
    private async Task<T?> UntilAsync<T>(Func<T?> look, TimeSpan longest, CancellationToken cancellationToken)
        where T : class
    {
        var time = workplace.Time;
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < longest; await Task.Delay(Glance, time, cancellationToken))
        {
            if (look() is { } found)
                return found;
        }

        return null;
    }

    private sealed record Ended(int State, string Reason);
}
