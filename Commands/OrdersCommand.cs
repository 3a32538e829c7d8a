using System.CommandLine;
using CommerceBot.Orders;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>The merchant's commands: <c>orders list|show|ship|deliver|refund|cancel</c>.</summary>
internal static class OrdersCommand
{
    public static Command Create() => new("orders", "Orders, as the merchant sees them")
    {
        List(),
        Show(),
        Move("ship", "Says that the parcel is on its way, and tells the shopper", OrderCommands.Ship, withTracking: true),
        Move("deliver", "Says that the parcel arrived, and tells the shopper", OrderCommands.Deliver),
        RefundCommand.Create(),
        Move("cancel", "Cancels an order that has not shipped, gives its money back, and tells the shopper", OrderCommands.Cancel),
    };

    private static Command List()
    {
        var state = new Option<string?>("--state") { Description = "Only orders in this state, such as Paid" };
        var attention = new Option<bool>("--attention")
        {
            Description = "Only orders whose money needs you: disputed, withdrawn from, or owed back and stuck",
        };
        var take = new Option<int>("--take") { Description = "How many, the newest first", DefaultValueFactory = _ => 50 };
        var command = new Command("list", "The newest orders first") { state, attention, take };
        command.SetAction(parsed =>
        {
            using var context = CommandContext.Open();
            var rows = context.Orders.List(parsed.GetValue(state), parsed.GetValue(attention), parsed.GetValue(take));
            if (rows.Count == 0)
            {
                AnsiConsole.MarkupLine("No orders.");
                return 0;
            }

            OrderText.Write(rows);
            return 0;
        });
        return command;
    }

    private static Command Show()
    {
        var number = NumberArgument();
        var command = new Command("show", "Everything about one order, with notices that did not reach the shopper") { number };
        command.SetAction(parsed =>
        {
            using var context = CommandContext.Open();
            var files = context.Orders;
            if (files.Find(parsed.GetValue(number)!) is not { } order)
                return NoSuchOrder(parsed.GetValue(number)!);
            OrderText.Write(order, files.LedgerOf(order.Id), files.UndeliveredIn(order));
            OrderText.Write(files.MailsOf(order.Id));
            return 0;
        });
        return command;
    }

    private static Command Move(string name, string description, string what, bool withTracking = false)
    {
        var number = NumberArgument();
        var tracking = new Option<string?>("--tracking") { Description = "The carrier's number of the parcel" };
        var command = new Command(name, description) { number };
        if (withTracking)
            command.Add(tracking);
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(number)!, what,
                    order => new OrderCommand(order.Id.Value, withTracking ? parsed.GetValue(tracking) : null), cancellationToken));
        return command;
    }

    /// <summary>Appends the command to the order's lane and says what came of it.</summary>
    /// <param name="make">The command; null when what was typed makes none, which was complained about.</param>
    internal static async Task<int> RunAsync(
        string number, string what, Func<Order, OrderCommand?> make, CancellationToken cancellationToken)
    {
        using var context = CommandContext.Open();
        var files = context.Orders;
        if (files.Find(number) is not { } order)
            return NoSuchOrder(number);
        if (make(order) is not { } command)
            return CommandLine.Failed;
        if (!context.IsHostRunning())
        {
            Terminal.Complain($"The shop is not running, so nobody could tell the shopper. Start it, then say this again.");
            return CommandLine.Failed;
        }

        var handler = new OrderCommandClient(context);
        var seq = handler.Append(order, what, command);
        if (await handler.AnswerAsync(seq, cancellationToken) is not { } answer)
        {
            Terminal.Complain($"The shop has not answered yet; it will do it in its turn. See 'orders show'.");
            return CommandLine.Failed;
        }

        if (!answer.Done)
        {
            Terminal.Complain($"{answer.Message}");
            return CommandLine.Failed;
        }

        Terminal.Say($"{answer.Message}");
        return answer.Tells ? await ToldAsync(handler, seq, cancellationToken) : 0;
    }

    /// <summary>That the shopper is told is said when it is so, and not before.</summary>
    private static async Task<int> ToldAsync(OrderCommandClient handler, long seq, CancellationToken cancellationToken)
    {
        var notice = await handler.NoticeAsync(seq, cancellationToken);
        if (notice.IsTold)
            Terminal.Say($"{notice.Sentence}");
        else
            Terminal.Say($"[yellow]{notice.Sentence}[/]");
        return notice.IsTold ? 0 : CommandLine.NotTold;
    }

    internal static Argument<string> NumberArgument() => new("NUMBER") { Description = "The order's number, as the shopper reads it" };

    private static int NoSuchOrder(string number)
    {
        Terminal.Complain($"There is no order '{number}'. See 'orders list'.");
        return CommandLine.Failed;
    }
}
