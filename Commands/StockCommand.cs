using System.CommandLine;
using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Storage.Sqlite.Catalog;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary><c>stock set|show</c>: what the merchant has on hand, beside a running shop or a stopped one.</summary>
internal static class StockCommand
{
    public static Command Create() => new("stock", "Stock, as the merchant counts it") { Set(), Show() };

    private static Command Set()
    {
        var sku = new Argument<string>("SKU") { Description = "The variant's id in the feed" };
        var quantity = new Argument<string>("QUANTITY") { Description = $"Pieces on hand, 0 to {FeedSelling.Plenty}" };
        var asOf = AsOf.Option(
            "When they were counted, such as 2026-11-23T18:30+01:00; now, if not said. Sales in the chat since then are subtracted");
        var command = new Command("set", "Says how many pieces there are") { sku, quantity, asOf };
        command.SetAction(parsed => SetTo(parsed.GetValue(sku)!, parsed.GetValue(quantity)!, parsed.GetValue(asOf)));
        return command;
    }

    private static Command Show()
    {
        var sku = new Argument<string?>("SKU")
        {
            Description = "The variant's id in the feed; none for all that is on sale",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var take = new Option<int>("--take") { Description = "How many at most", DefaultValueFactory = _ => 500 };
        var command = new Command("show", "On hand, sold since the feed, set aside for orders that wait for payment, available")
        {
            sku,
            take,
        };
        command.SetAction(parsed => parsed.GetValue(sku) is { } one ? ShowOne(one) : ShowAll(parsed.GetValue(take)));
        return command;
    }

    private static int SetTo(string sku, string quantity, DateTimeOffset? asOf)
    {
        if (FeedSelling.ReadPieces(quantity, out var advice) is not { } pieces || pieces is < 0 or > FeedSelling.Plenty)
            return Complain($"'{quantity}' is no number of pieces: {advice}, 0 to {FeedSelling.Plenty}.");
        using var context = CommandContext.Open();
        var now = context.Time.GetUtcNow();
        if (FeedTime.Objection(asOf ?? now, now) is { } objection)
            return Complain($"{objection}");
        var done = context.Stock.TrySet(new Sku(sku), (int)pieces, asOf ?? now);
        if (context.Stock.Find(new Sku(sku)) is not { } row)
            return NoSuchSku(sku);
        if (!done)
            return Complain($"The stock of '{sku}' was counted later, at {At(row.AsOf)}: it stays as it is.");
        Write([row]);
        return 0;
    }

    private static int ShowOne(string sku)
    {
        using var context = CommandContext.Open();
        if (context.Stock.Find(new Sku(sku)) is not { } row)
            return NoSuchSku(sku);
        Write([row]);
        return 0;
    }

    private static int ShowAll(int take)
    {
        using var context = CommandContext.Open();
        // One more than is shown tells that there are more.
        var rows = context.Stock.List(Math.Max(1, take) + 1);
        if (rows.Count == 0)
        {
            AnsiConsole.MarkupLine("Nothing is on sale: see 'import'.");
            return 0;
        }

        Write(rows.Take(Math.Max(1, take)));
        if (rows.Count > Math.Max(1, take))
            Terminal.Say($"... and more: name a SKU, or say --take.");
        return 0;
    }

    private static void Write(IEnumerable<StockRow> rows)
    {
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("SKU", "Goods", "On hand", "Sold since", "Set aside", "Available", "As of");
        foreach (var row in rows)
            table.AddRow(
                Markup.Escape(row.Sku.Value), Markup.Escape(row.Title), Pieces(row.OnHand), Pieces(row.Sold), Pieces(row.SetAside),
                Pieces(row.Available), At(row.AsOf));
        AnsiConsole.Write(table);
    }

    private static int NoSuchSku(string sku) =>
        Complain($"There is no variant '{sku}'. See 'stock show'; ids are those of the feed, and capital letters count.");

    private static int Complain(FormattableString sentence)
    {
        Terminal.Complain(sentence);
        return CommandLine.Failed;
    }

    private static string Pieces(long pieces) => pieces.ToString(CultureInfo.InvariantCulture);

    private static string At(DateTimeOffset at) => at.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
