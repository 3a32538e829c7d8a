using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommerceBot.Payments;
using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite.Rows;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary>What could not be handled or sent: <c>dead-letters list|show|replay</c>. Shows no word of what a shopper wrote.</summary>
internal static class DeadLettersCommand
{
    public static Command Create() => new("dead-letters", "What could not be handled or sent")
    {
        List(),
        WithId("show", "What is known about one", (workplace, letter, _) => Task.FromResult(Show(workplace, letter))),
        Replay(),
    };

    private static Command List()
    {
        var command = new Command("list", "The newest first");
        command.SetAction(_ =>
        {
            using var workplace = Workplace.Open();
            var letters = DeadLetters.List(workplace);
            if (letters.Count == 0)
            {
                AnsiConsole.MarkupLine("No dead letters.");
                return 0;
            }

            var table = new Table().Border(TableBorder.Rounded).AddColumns("Id", "What", "When", "Why");
            foreach (var letter in letters)
                table.AddRow(letter.Id, Markup.Escape(letter.What), letter.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Markup.Escape(letter.Reason));
            AnsiConsole.Write(table);
            return 0;
        });
        return command;
    }

    private static Command WithId(string name, string description, Func<Workplace, DeadLetter, CancellationToken, Task<int>> act)
    {
        var id = new Argument<string>("ID") { Description = "As 'dead-letters list' shows it" };
        var command = new Command(name, description) { id };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var workplace = Workplace.Open();
            return await WithOneAsync(workplace, parsed.GetValue(id)!, act, cancellationToken);
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
            using var workplace = Workplace.Open();
            switch (parsed.GetValue(id), parsed.GetValue(all), parsed.GetValue(kind))
            {
                case ({ } one, false, null):
                    return await WithOneAsync(workplace, one, ReplayAsync, cancellationToken);
                case (null, true, { Length: > 0 } chosen):
                    return ReplayAll(workplace, chosen);
                default:
                    Terminal.Complain($"Say which: 'dead-letters replay ID' or 'dead-letters replay --all --kind KIND'.");
                    return CommandLine.Failed;
            }
        });
        return command;
    }

    private static async Task<int> WithOneAsync(
        Workplace workplace, string id, Func<Workplace, DeadLetter, CancellationToken, Task<int>> act, CancellationToken cancellationToken)
    {
        if (DeadLetters.List(workplace, int.MaxValue).FirstOrDefault(letter => letter.Id == id) is { } found)
            return await act(workplace, found, cancellationToken);
        Terminal.Complain($"There is no dead letter '{id}'. See 'dead-letters list'.");
        return CommandLine.Failed;
    }

    private static int Show(Workplace workplace, DeadLetter letter)
    {
        Terminal.Say($"[bold]{letter.Id}[/]  {letter.What}  {letter.At:u}");
        Terminal.Say($"Conversation {letter.Lane}, {letter.Attempts} tries");
        Terminal.Say($"{letter.Reason}");
        return 0;
    }

    private static async Task<int> ReplayAsync(Workplace workplace, DeadLetter letter, CancellationToken cancellationToken)
    {
        if (DeadLetters.IsAboutMoney(letter))
            return await MoneyReplay.RunAsync(workplace, letter, cancellationToken);
        DeadLetters.Replay(workplace, letter);
        AnsiConsole.MarkupLine(workplace.IsHostRunning() ? "It is tried again now." : "It is tried again when the shop starts.");
        return 0;
    }

    /// <summary>The oldest first, so that each conversation hears things in their order.</summary>
    private static int ReplayAll(Workplace workplace, string kind)
    {
        if (PaymentCallKinds.All.Contains(kind, StringComparer.OrdinalIgnoreCase))
        {
            Terminal.Complain($"Calls of kind '{kind}' move money: look at each with 'dead-letters show ID', and replay it by its id.");
            return CommandLine.Failed;
        }

        var letters = DeadLetters.List(workplace, int.MaxValue);
        var chosen = letters.Where(letter => letter.What.Equals(kind, StringComparison.OrdinalIgnoreCase))
            .OrderBy(letter => letter.Place.Seq).ThenBy(letter => letter.Place.Place).ToList();
        if (chosen.Count == 0)
        {
            var kinds = string.Join(", ", letters.Select(letter => letter.What).Distinct().Order());
            Terminal.Complain($"There is no dead letter of kind '{kind}'. Kinds that there are: {kinds}.");
            return CommandLine.Failed;
        }

        foreach (var letter in chosen)
            DeadLetters.Replay(workplace, letter);
        Terminal.Say($"{chosen.Count} are tried again {(workplace.IsHostRunning() ? "now" : "when the shop starts")}.");
        return 0;
    }
}

internal sealed record DeadLetter(string Id, string What, string Lane, DateTimeOffset At, int Attempts, string Reason, OutboxId Place);

/// <summary>Dead rows of the inbox (<c>in-SEQ</c>) and of the outbox (<c>out-SEQ-N</c>).</summary>
internal static class DeadLetters
{
    public static IReadOnlyList<DeadLetter> List(Workplace workplace, int most = 500)
    {
        using var session = workplace.Database.OpenSession();
        var letters = new List<DeadLetter>();
        var inbox = session["SELECT seq, kind, lane, closed, attempts, reason FROM inbox WHERE handled = 2 ORDER BY seq DESC LIMIT ?1"]
            .Bind(1, most);
        while (inbox.Step())
        {
            var seq = inbox.Int64(0);
            letters.Add(new DeadLetter($"in-{seq}", ((RowKind)inbox.Int32(1)).ToString(), inbox.Text(2), At(inbox.Int64(3)), inbox.Int32(4), inbox.TextOrNull(5) ?? "", new OutboxId(seq, -1)));
        }

        inbox.Reset();
        var outbox = session["""
            SELECT seq, n, kind, lane, closed, attempts, reason FROM outbox WHERE state = 2 ORDER BY seq DESC, n DESC LIMIT ?1
            """].Bind(1, most);
        while (outbox.Step())
        {
            var id = new OutboxId(outbox.Int64(0), outbox.Int32(1));
            letters.Add(new DeadLetter($"out-{id.Seq}-{id.Place}", outbox.Text(2), outbox.Text(3), At(outbox.Int64(4)), outbox.Int32(5), outbox.TextOrNull(6) ?? "", id));
        }

        outbox.Reset();
        return [.. letters.OrderByDescending(letter => letter.At)];
    }

    /// <summary>Whether it is a call that moves money or leads to it: one that is never made again just because somebody says so.</summary>
    public static bool IsAboutMoney(DeadLetter letter) => letter.Place.Place >= 0 && PaymentCallKinds.OfMoney.Contains(letter.What);

    /// <summary>What a dead call asked.</summary>
    public static PaymentCall CallOf(Workplace workplace, DeadLetter letter)
    {
        using var session = workplace.Database.OpenSession();
        var query = session["SELECT request FROM outbox WHERE seq = ?1 AND n = ?2"].Bind(1, letter.Place.Seq).Bind(2, letter.Place.Place);
        var request = query.Step() ? workplace.Sealer.Open(query.Blob(0))
            : throw new InvalidOperationException($"Dead letter {letter.Id} is gone.");
        query.Reset();
        return JsonSerializer.Deserialize(request, PaymentsJson.Default.PaymentCall)
            ?? throw new JsonException($"Dead letter {letter.Id} holds null instead of a call.");
    }

    /// <summary>What became of it is known: it is a dead letter no more.</summary>
    public static void Close(Workplace workplace, DeadLetter letter)
    {
        using var session = workplace.Database.OpenSession();
        session["UPDATE outbox SET state = ?3, reason = 'settled: ' || coalesce(reason, '') WHERE seq = ?1 AND n = ?2 AND state = 2"]
            .Bind(1, letter.Place.Seq).Bind(2, letter.Place.Place).Bind(3, OutboxStatements.Done).Execute();
    }

    /// <summary>An inbox row comes again as a new row, since its old place is long past; an outbox row wakes where it lies.</summary>
    public static void Replay(Workplace workplace, DeadLetter letter)
    {
        using var session = workplace.Database.OpenSession();
        session.Run("BEGIN IMMEDIATE");
        if (letter.Place.Place >= 0)
        {
            session["UPDATE outbox SET state = ?3 WHERE seq = ?1 AND n = ?2 AND state = 2"]
                .Bind(1, letter.Place.Seq).Bind(2, letter.Place.Place).Bind(3, OutboxStatements.Again).Execute();
        }
        else
        {
            session["INSERT INTO inbox (key, lane, kind, body, received) SELECT ?2, lane, kind, body, ?3 FROM inbox WHERE seq = ?1 AND handled = 2"]
                .Bind(1, letter.Place.Seq).Bind(2, RowContext.KeyOf($"replay:{letter.Id}:{letter.At:O}")).Bind(3, workplace.Time.GetUtcNow().ToUnixTimeMilliseconds()).Execute();
            session["UPDATE inbox SET handled = 1, body = NULL, reason = 'replayed: ' || coalesce(reason, '') WHERE seq = ?1 AND handled = 2"].Bind(1, letter.Place.Seq).Execute();
        }

        session.Run("COMMIT");
    }

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
