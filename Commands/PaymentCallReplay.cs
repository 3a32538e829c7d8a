using System.Text.Json;
using CommerceBot.Orders;
using CommerceBot.Payments;
using CommerceBot.Runtime;

namespace CommerceBot.Commands;

/// <summary>
/// A dead call about money. Nobody makes it again blindly: its order's lane decides by what is known, and where nothing is,
/// the payment gateway's list is read first. What was found is said, and what is settled is a dead letter no more.
/// </summary>
internal static class PaymentCallReplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(CommandContext context, DeadLetter letter, CancellationToken cancellationToken)
    {
        var call = JsonSerializer.Deserialize(context.DeadLetters.RequestOf(letter).Span, PaymentsJson.Default.PaymentCall)
            ?? throw new JsonException($"Dead letter {letter.Id} holds null instead of a call.");
        var key = ((IMoneyCall)call).Key;
        var files = context.Orders;
        if (files.Find(call.Order) is not { } order)
        {
            Terminal.Complain($"Order {call.Order} is not here: call {key} is not made.");
            return CommandLine.Failed;
        }

        if (!context.IsHostRunning())
        {
            Terminal.Complain(
                $"Call {key} is about money: only the running shop can ask the gateway what it has of it. Start it, then say this again.");
            return CommandLine.Failed;
        }

        var handler = new OrderCommandClient(context);
        var seq = handler.Append(order, OrderCommands.Replay, new OrderCommand(order.Id.Value, Call: key));
        if (await handler.AnswerAsync(seq, cancellationToken) is not { } answer)
        {
            Terminal.Complain($"The shop has not answered yet; it will do it in its turn. See 'orders show {order.Number}'.");
            return CommandLine.Failed;
        }

        if (!answer.Done)
        {
            Terminal.Complain($"{answer.Message}");
            return CommandLine.Failed;
        }

        return await FoundAsync(context, letter, order, key, cancellationToken);
    }

    /// <summary>Waits for what the gateway says, which the shop writes into the order's ledger.</summary>
    private static async Task<int> FoundAsync(CommandContext context, DeadLetter letter, Order order, string key,
        CancellationToken cancellationToken)
    {
        var files = context.Orders;
        for (var until = context.Time.GetUtcNow() + Patience; context.Time.GetUtcNow() < until; await Task.Delay(Glance,
            context.Time, cancellationToken))
        {
            var ledger = files.LedgerOf(order.Id);
            if (!ledger.IsSettled(key))
                continue;
            context.DeadLetters.Settle(letter);
            Terminal.Say($"Call {key} of order {order.Number}: {ledger.FateOf(key)}. It is a dead letter no more.");
            return 0;
        }

        Terminal.Complain(
            $"The gateway has not answered yet, so call {key} is not made again. See 'orders show {order.Number}' later.");
        return CommandLine.Failed;
    }
}
