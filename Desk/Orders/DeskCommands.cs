using System.Text.Json;
using CommerceBot.Chats;
using CommerceBot.Orders;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Runtime.Redaction;
using Microsoft.Bot.Schema;

namespace CommerceBot.Desk.Orders;

/// <summary>
/// Hands what a merchant does to the order's own lane as a row, the same as the command line's, and waits for what its turn
/// answered. A form carries a ticket: sent twice, it is one row, and both senders hear the one answer.
/// </summary>
internal sealed class DeskCommands(MessageInbox inbox, RowOutcomes outcomes)
{
    /// <summary>A lane may be busy; after that the page says that it will be done, and not that it was not.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="ticket">Made with the form; see <see cref="Ticket"/>.</param>
    /// <returns>The order's answer; null when none came in time: it will still be done in its turn.</returns>
    public async Task<OrderCommandAnswer?> SendAsync(
        Order order, string what, OrderCommand command, Ticket ticket, CancellationToken cancellationToken)
    {
        var clean = command with { Text = command.Text is { } text ? CardText.Redact(text) : null };
        return await AskAsync(
            $"desk:{command.By}:{what}:{order.Id}:{ticket.Value}", order.Lane, what, OrderCommands.Write(clean), cancellationToken) switch
        {
            null => null,
            { Dead: false, Body.IsEmpty: false } outcome => OrderCommands.ReadAnswer(outcome.Body.Span),
            _ => new OrderCommandAnswer(false, "The shop could not do it: see the dead letters.", Code: "failed"),
        };
    }

    /// <summary>The same, of the chat in a lane.</summary>
    public async Task<ChatCommandAnswer?> SendAsync(
        LaneId lane, string what, ChatCommand command, Ticket ticket, CancellationToken cancellationToken)
    {
        var clean = command with { Text = command.Text is { } text ? CardText.Redact(text) : null };
        return await AskAsync(
            $"desk:{command.By}:{what}:{lane}:{ticket.Value}", lane, what, ChatCommands.Write(clean), cancellationToken) switch
        {
            null => null,
            { Dead: false, Body.IsEmpty: false } outcome => ChatCommands.ReadAnswer(outcome.Body.Span),
            _ => new ChatCommandAnswer(false, "failed"),
        };
    }

    private async Task<RowOutcome?> AskAsync(
        string key, LaneId lane, string what, JsonElement value, CancellationToken cancellationToken)
    {
        var activity = new Activity { Type = ActivityTypes.Invoke, Name = what, Value = value };
        // Once it is asked for it is done, also when the browser goes away meanwhile.
        var appended = await inbox.AppendAsync([new IncomingMessage(key, lane.Value, RowKind.Command, activity)], CancellationToken.None);
        return await outcomes.WaitAsync(appended[0].Seq, Patience, cancellationToken);
    }
}

/// <summary>What makes one sending of a form different from the next, and two clicks on its button the same.</summary>
internal readonly record struct Ticket(string Value)
{
    public static Ticket New() => new(System.Security.Cryptography.RandomNumberGenerator.GetHexString(16, lowercase: true));

    /// <summary>A form that brings none that could be ours is taken for a new one.</summary>
    public static Ticket Of(string? text) => text is { Length: 16 } && text.All(char.IsAsciiHexDigitLower) ? new(text) : New();
}
