using CommerceBot.Orders;
using CommerceBot.Payments;

namespace CommerceBot.Commands;

/// <summary>
/// A dead call about money. Nobody makes it again blindly: its order's lane decides by what is known, and where nothing is,
/// the payment gateway's list is read first. What was found is said, and what is settled is a dead letter no more.
/// </summary>
internal static class MoneyReplay
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(100);

    public static async Task<int> RunAsync(Workplace workplace, DeadLetter letter, CancellationToken cancellationToken)
    {
        var call = DeadLetters.CallOf(workplace, letter);
        var key = ((IMoneyCall)call).Key;
        var files = new OrderFiles(workplace);
        if (files.Find(call.Order) is not { } order)
        {
            Terminal.Complain($"Order {call.Order} is not here: call {key} is not made.");
            return CommandLine.Failed;
        }

        if (!workplace.IsHostRunning())
        {
            Terminal.Complain($"Call {key} is about money, and only the running shop can ask the payment gateway what it has of it. Start the shop, then say this again.");
            return CommandLine.Failed;
        }

        var desk = new CommandDesk(workplace);
        var seq = desk.Append(order, OrderCommands.Replay, new OrderCommand(order.Id.Value, Call: key));
        if (await desk.AnswerAsync(seq, cancellationToken) is not { } answer)
        {
            Terminal.Complain($"The shop has not answered yet; it will do it in its turn. See 'orders show {order.Number}'.");
            return CommandLine.Failed;
        }

        if (!answer.Done)
        {
            Terminal.Complain($"{answer.Message}");
            return CommandLine.Failed;
        }

        return await FoundAsync(workplace, letter, order, key, cancellationToken);
    }

    /// <summary>Waits for what the gateway says, which the shop writes into the order's ledger.</summary>
    private static async Task<int> FoundAsync(Workplace workplace, DeadLetter letter, Order order, string key,
        CancellationToken cancellationToken)
    {
        var files = new OrderFiles(workplace);
        for (var until = workplace.Time.GetUtcNow() + Patience; workplace.Time.GetUtcNow() < until; await Task.Delay(Glance,
            workplace.Time, cancellationToken))
        {
            var ledger = files.LedgerOf(order.Id);
            if (!ledger.IsSettled(key))
                continue;
            DeadLetters.Close(workplace, letter);
            Terminal.Say($"Call {key} of order {order.Number}: {ledger.FateOf(key)}. It is a dead letter no more.");
            return 0;
        }

        Terminal.Complain($"The payment gateway has not answered yet, so call {key} of order {order.Number} is not made again. See 'orders show {order.Number}' later.");
        return CommandLine.Failed;
    }
}
