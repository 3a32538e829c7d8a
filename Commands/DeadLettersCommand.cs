using System.CommandLine;
using System.Globalization;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>What could not be handled or sent: <c>dead-letters list|show|replay</c>. Shows no word of what a shopper wrote.</summary>
internal static class DeadLettersCommand
{
    public static Command Create() => new("dead-letters", "What could not be handled or sent")
    {
        List(),
        WithId("show", "What is known about one", (context, letter, _) => Task.FromResult(Show(context, letter))),
        Replay(),
    };

    private static Command List()
    {
        var command = new Command("list", "The newest first");
        command.SetAction(_ =>
        {
            using var context = CommandContext.Open();
            var letters = context.DeadLetters.List();
            if (letters.Count == 0)
            {
                AnsiConsole.MarkupLine("No dead letters.");
                return 0;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("Id", "What", "When", "Why");
            foreach (var letter in letters)
                table.AddRow(
                    letter.Id, Markup.Escape(letter.What), letter.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
                    Markup.Escape(letter.Reason));
            AnsiConsole.Write(table);
            return 0;
        });
        return command;
    }

    private static Command WithId(string name, string description, Func<CommandContext, DeadLetter, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("ID") { Description = "As 'dead-letters list' shows it" };
        var command = new Command(name, description) { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var context = CommandContext.Open();
            return await WithOneAsync(context, parsed.GetValue(id)!, act, cancellationToken);
        });
        return command;
    }

    private static Command Replay()
    {
        var id = new Argument<string?>("ID") { Description = "As 'dead-letters list' shows it", Arity = ArgumentArity.ZeroOrOne };
        var all = new Option<bool>("--all") { Description = "All of one kind, the oldest first" };
        var kind = new Option<string?>("--kind") { Description = "With --all: what 'dead-letters list' shows under What" };
        var command = new Command("replay", "Tries one again, or all of one kind") { id, all, kind };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var context = CommandContext.Open();
            switch (parsed.GetValue(id), parsed.GetValue(all), parsed.GetValue(kind))
            {
                case ({ } one, false, null):
                    return await WithOneAsync(context, one, ReplayAsync, cancellationToken);
                case (null, true, { Length: > 0 } chosen):
                    return ReplayAll(context, chosen);
                default:
                    Terminal.Complain($"Say which: 'dead-letters replay ID' or 'dead-letters replay --all --kind KIND'.");
                    return CommandLine.Failed;
            }
        });
        return command;
    }

    private static async Task<int> WithOneAsync(
        CommandContext context,
        string id,
        Func<CommandContext, DeadLetter, CancellationToken, Task<int>> act,
        CancellationToken cancellationToken)
    {
        if (context.DeadLetters.List(int.MaxValue).FirstOrDefault(letter => letter.Id == id) is { } found)
            return await act(context, found, cancellationToken);
        Terminal.Complain($"There is no dead letter '{id}'. See 'dead-letters list'.");
        return CommandLine.Failed;
    }

    private static int Show(CommandContext context, DeadLetter letter)
    {
        Terminal.Say($"[bold]{letter.Id}[/]  {letter.What}  {letter.At:u}");
        Terminal.Say($"Conversation {letter.Lane}, {letter.Attempts} tries");
        Terminal.Say($"{letter.Reason}");
        return 0;
    }

    private static async Task<int> ReplayAsync(CommandContext context, DeadLetter letter, CancellationToken cancellationToken)
    {
        // A call that moves money or leads to it is never made again just because somebody says so.
        if (letter.IsOfOutbox && PaymentCallKinds.OfMoney.Contains(letter.What))
            return await PaymentCallReplay.RunAsync(context, letter, cancellationToken);
        context.DeadLetters.Replay(letter);
        AnsiConsole.MarkupLine(context.IsHostRunning() ? "It is tried again now." : "It is tried again when the shop starts.");
        return 0;
    }

    /// <summary>The oldest first, so that each conversation hears things in their order.</summary>
    private static int ReplayAll(CommandContext context, string kind)
    {
        if (PaymentCallKinds.All.Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            Terminal.Complain($"Calls of kind '{kind}' are payments: look at each with 'dead-letters show ID', and replay it by its id.");
            return CommandLine.Failed;
        }

        var letters = context.DeadLetters.List(int.MaxValue);
        var chosen = letters.Where(letter => letter.What.Equals(kind, StringComparison.OrdinalIgnoreCase))
            .OrderBy(letter => letter.Place.Seq).ThenBy(letter => letter.Place.Place).ToList();
        if (chosen.Count == 0)
        {
            var kinds = string.Join(", ", letters.Select(letter => letter.What).Distinct().Order());
            Terminal.Complain($"There is no dead letter of kind '{kind}'. Kinds that there are: {kinds}.");
            return CommandLine.Failed;
        }

        foreach (var letter in chosen)
            context.DeadLetters.Replay(letter);
        Terminal.Say($"{chosen.Count} are tried again {(context.IsHostRunning() ? "now" : "when the shop starts")}.");
        return 0;
    }
}
