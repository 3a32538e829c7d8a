using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Rows;
using Microsoft.Bot.Schema;

namespace CommerceBot.Commands;

/// <summary>Hands a command to the running shop as a row of the order's lane, and waits for what comes of it.</summary>
internal sealed class OrderCommandClient(CommandContext context)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public long Append(Order order, string what, OrderCommand command)
    {
        var activity = new Activity { Type = ActivityTypes.Invoke, Name = what, Value = OrderCommands.Write(command) };
        var key = $"command:{what}:{order.Id}:{System.Security.Cryptography.RandomNumberGenerator.GetHexString(16)}";
        return context.Inbox.Append(key, order.Lane.Value, activity);
    }

    /// <summary>The shop's answer; null when none came in time.</summary>
    public async Task<OrderCommandAnswer?> AnswerAsync(long seq, CancellationToken cancellationToken)
    {
        var outcome = await UntilAsync(() => context.Inbox.OutcomeOf(seq), Patience, cancellationToken);
        return outcome switch
        {
            null => null,
            { Dead: false, Body.IsEmpty: false } => OrderCommands.ReadAnswer(outcome.Body.Span),
            _ => new OrderCommandAnswer(false, "The shop could not do it: see 'dead-letters list'."),
        };
    }

    /// <summary>What became of the message and the mail that the row's turn wrote to the shopper.</summary>
    public async Task<ShopperNotice> NoticeAsync(long seq, CancellationToken cancellationToken) =>
        await UntilAsync(() => NoticeOf(seq) is { Waits: false } ended ? ended : null, TimeSpan.FromSeconds(5), cancellationToken)
            ?? NoticeOf(seq);

    private ShopperNotice NoticeOf(long seq) => new(context.Inbox.MessageOf(seq), context.Inbox.MailOf(seq));

    /// <summary>Another process does the work, so its rows are looked at until they say so.</summary>
    private async Task<T?> UntilAsync<T>(Func<T?> look, TimeSpan longest, CancellationToken cancellationToken)
        where T : class
    {
        var time = context.Time;
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < longest; await Task.Delay(Glance, time, cancellationToken))
        {
            if (look() is { } found)
                return found;
        }

        return null;
    }
}

/// <summary>Which way the shopper was told, and which way not.</summary>
/// <param name="Chat">Null when they have no chat with the shop.</param>
/// <param name="Mail">Null when no mail was written.</param>
internal sealed record ShopperNotice(MessageFate? Chat, MessageFate? Mail)
{
    /// <summary>Whether something may still arrive.</summary>
    public bool Waits => IsUnderWay(Chat) || IsUnderWay(Mail);

    public bool IsTold => IsSent(Chat) || IsSent(Mail);

    /// <summary>What a merchant reads.</summary>
    public string Sentence => (IsSent(Chat), IsSent(Mail)) switch
    {
        (true, true) => "The shopper is told in the chat and by mail.",
        (true, false) => $"The shopper is told in the chat{(Mail is null ? "" : $", and not by mail: {Trouble(Mail)}")}.",
        (false, true) => $"The shopper is told by mail, and not in the chat: {Trouble(Chat)}.",
        _ => $"The shopper {(Waits ? "is not told yet" : "could not be told")}: {Trouble(Chat)}"
            + $"{(Mail is null ? "" : $"; by mail: {Trouble(Mail)}")}.",
    };

    private static string Trouble(MessageFate? fate) => fate switch
    {
        null => "they have no chat with this shop",
        { State: OutboxState.Dead } => (fate.Reason ?? "no reason is known").TrimEnd('.'),
        _ => "it waits to be sent; see 'orders show' and 'dead-letters list' later",
    };

    private static bool IsSent(MessageFate? fate) => fate?.State == OutboxState.Done;

    private static bool IsUnderWay(MessageFate? fate) => fate is { State: not (OutboxState.Done or OutboxState.Dead) };
}
