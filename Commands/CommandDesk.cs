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

    /// <summary>What became of the message that the row's turn wrote to the shopper.</summary>
    public async Task<ShopperNotice> NoticeAsync(long seq, CancellationToken cancellationToken)
    {
        using var session = workplace.Database.OpenSession();
        return await UntilAsync(() => Notice(session, seq) is { Waits: false } ended ? ended : null, TimeSpan.FromSeconds(5), cancellationToken)
            ?? ShopperNotice.NotYet;
    }

    /// <summary>A dead message first, then one that still waits. Calls about money are no messages.</summary>
    private static ShopperNotice Notice(Session session, long seq)
    {
        var query = session["SELECT state, reason FROM outbox WHERE seq = ?1 AND state <> 3 AND order_id IS NULL ORDER BY state = 2 DESC, state = 0 DESC LIMIT 1"].Bind(1, seq);
        var notice = !query.Step() ? ShopperNotice.Nobody
            : query.Int32(0) switch
            {
                OutboxStatements.Dead => new ShopperNotice(false, query.TextOrNull(1) ?? "no reason is known"),
                OutboxStatements.Done => ShopperNotice.Told,
                _ => ShopperNotice.NotYet,
            };
        query.Reset();
        return notice;
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
}

/// <summary>Whether the shopper was told.</summary>
/// <param name="Trouble">Why not; null when they were.</param>
internal sealed record ShopperNotice(bool Waits, string? Trouble)
{
    public static ShopperNotice Told { get; } = new(false, null);

    public static ShopperNotice NotYet { get; } = new(true, "the message waits to be sent; see 'orders show' and 'dead-letters list' later");

    public static ShopperNotice Nobody { get; } = new(false, "they have no chat with this shop");
}
