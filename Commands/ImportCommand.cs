using System.CommandLine;
using System.Globalization;
using CommerceBot.Catalog.Feed;
using CommerceBot.Storage;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary><c>import FILE [--dry-run] [--replace] [--as-of TIME]</c>: puts a merchant's feed on sale.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A Meta catalogue feed: CSV, TSV or RSS" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read, check and report, and change nothing" };
        var replace = new Option<bool>("--replace")
        {
            Description = "Even if more than a tenth of what is on sale, and more than 10 products, goes off sale",
        };
        var asOf = AsOf.Option(
            "When the feed's stock was counted, such as 2026-11-23T18:30+01:00; when the file was last written, if not said. Sales in the "
            + "chat since then are subtracted"
        );
        var command = new Command("import", "Imports a catalogue feed") { file, dryRun, replace, asOf };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(file)!, parsed.GetValue(asOf), parsed.GetValue(dryRun), parsed.GetValue(replace), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, DateTimeOffset? asOf, bool dryRun, bool replace,
        CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            Terminal.Complain($"There is no file '{file.FullName}'.");
            return CommandLine.Failed;
        }

        using var context = CommandContext.Open();
        var options = new ImportOptions(context.Shop.Currency, asOf ?? new DateTimeOffset(file.LastWriteTimeUtc), dryRun, replace)
        {
            VatClasses = context.Shop.Prices.Vat.Classes,
        };
        if (FeedTime.Objection(options.FeedTime, context.Time.GetUtcNow()) is { } objection)
        {
            Terminal.Complain($"{objection}");
            return CommandLine.Failed;
        }

        var report = await AnsiConsole
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(file.Name, maxValue: Math.Max(1, file.Length));
                var done = await CatalogLoader.ImportAsync(
                    context.Database, file.FullName, options, new BarProgress(bar), cancellationToken);
                bar.Value = bar.MaxValue;
                return done;
            });
        Print(report, options.FeedTime);
        return report.Succeeded ? 0 : CommandLine.Failed;
    }

    private static void Print(ImportReport report, DateTimeOffset asOf)
    {
        foreach (var problem in report.Problems)
            Terminal.Say(problem.IsError ? (FormattableString)$"[red]{problem}[/]" : $"[yellow]{problem}[/]");
        if (report.Problems.Count < report.Errors + report.Warnings)
            Terminal.Say($"... and {report.Errors + report.Warnings - report.Problems.Count} more.");
        if (report.Refused is { } refused)
        {
            Terminal.Complain($"{refused}");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).HideHeaders().AddColumns("", "");
        table.AddRow(report.DryRun ? "Would import" : "Imported", $"{report.Imported} of {report.Read} rows");
        table.AddRow("On sale", $"{report.Products} products, {report.Variants} variants");
        table.AddRow(
            "Stock as of",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{asOf.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z; {report.CountedSince} rows were counted later and keep theirs"));
        table.AddRow("Hidden, archived", $"{report.Hidden}, {report.Archived}");
        table.AddRow("Left out, warned", $"{report.Errors}, {report.Warnings}");
        AnsiConsole.Write(table);
    }

    /// <summary>Reports as it happens, on the thread that reads: the bar is the only one who listens.</summary>
    private sealed class BarProgress(ProgressTask bar) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => bar.Value = Math.Min(bar.MaxValue, value.Bytes);
    }
}
