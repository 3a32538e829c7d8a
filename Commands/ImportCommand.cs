using System.CommandLine;
using CommerceBot.Catalog.Feed;
using CommerceBot.Storage;
using Spectre.Console;

namespace CommerceBot.Commands;

/// <summary><c>import FILE [--dry-run]</c>: puts a merchant's feed on sale.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A Meta catalogue feed: CSV, TSV or RSS" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Read, check and report, and change nothing" };
        var command = new Command("import", "Imports a catalogue feed") { file, dryRun };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(file)!, parsed.GetValue(dryRun), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, bool dryRun, CancellationToken cancellationToken)
    {
        if (!file.Exists)
        {
            Terminal.Complain($"There is no file '{file.FullName}'.");
            return CommandLine.Failed;
        }

        using var workplace = Workplace.Open();
        var options = new ImportOptions(workplace.Shop.Currency, new DateTimeOffset(file.LastWriteTimeUtc), dryRun);
        var report = await AnsiConsole.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async bars =>
            {
                var bar = bars.AddTask(file.Name, maxValue: Math.Max(1, file.Length));
                var done = await CatalogLoader.ImportAsync(workplace.Database, file.FullName, options, new BarProgress(bar), cancellationToken);
                bar.Value = bar.MaxValue;
                return done;
            });
        Print(report);
        return report.Succeeded ? 0 : CommandLine.Failed;
    }

    private static void Print(ImportReport report)
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
