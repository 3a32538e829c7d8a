namespace CommerceBot.Catalog.Feed;

/// <summary>
/// Imports a merchant's feed: reads it row by row, reports each row that is wrong, and puts the rest on sale at once
/// and together. A feed with an <c>override</c> column brings texts of other languages for ids already on sale.
/// </summary>
internal sealed class ImportFeed(ICatalogImport store)
{
    private const int RowsPerReport = 200;
    private const int WarnedVariants = 300;

    public async Task<ImportReport> RunAsync(
        string path, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        return await RunAsync(file, options, progress, cancellationToken);
    }

    public async Task<ImportReport> RunAsync(
        Stream feed, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var problems = new ImportProblems();
        var tally = new Tally();
        try
        {
            await ReadAsync(feed, options, problems, tally, progress, cancellationToken);
        }
        catch (FeedRefusedException refusal)
        {
            return Report(tally, null, problems, options, refusal.Message);
        }

        var totals = await store.TotalsAsync(options.FeedTime, cancellationToken);
        Mention(totals, problems);
        if (tally.Imported == 0 || !tally.Translates && totals.Rows == 0)
            return Report(
                tally, totals, problems, options,
                "No row could be imported, so the catalogue stays as it was: mend the rows named here and import again.");
        if (!options.Replace && totals.Going.IsTooMuch)
            return Report(tally, totals, problems, options, TooMuch(totals.Going));
        if (!options.DryRun && tally.Translates)
            await store.ReplaceTextsAsync(cancellationToken);
        else if (!options.DryRun)
            await store.ReplaceAsync(options.FeedTime, cancellationToken);
        return Report(tally, totals, problems, options, refused: null);
    }

    private async Task ReadAsync(
        Stream feed, ImportOptions options, ImportProblems problems, Tally tally, IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var items = new FeedItemReader(options.Currency, options.VatClasses, problems);
        var texts = new FeedTextReader(problems);
        var total = feed.CanSeek ? feed.Length : (long?)null;
        await foreach (var row in FeedReader.ReadAsync(feed, problems, cancellationToken))
        {
            if (row[Column.Override].Length > 0)
                await AddAsync(texts.Read(row), problems, tally, cancellationToken);
            else
                await AddAsync(items.Read(row), problems, tally, cancellationToken);
            if (++tally.Read % RowsPerReport == 0)
                progress?.Report(new ImportProgress(total is null ? 0 : feed.Position, total, tally.Read));
        }

        if (tally is { Translates: true, Sells: true })
            throw new FeedRefusedException(
                "Some rows fill the 'override' column and some do not: put the languages in a feed of their own.");
        progress?.Report(new ImportProgress(total ?? 0, total, tally.Read));
    }

    private async Task AddAsync(FeedItem? item, ImportProblems problems, Tally tally, CancellationToken cancellationToken)
    {
        if (item is null)
            return;
        tally.Sells = true;
        tally.Imported++;
        var copy = await store.AddAsync(item, cancellationToken);
        if (copy.Number == 2)
            Duplicate(copy.First, item.Line);
        if (copy.Number > 1)
            Duplicate(item.Line, copy.First);

        void Duplicate(long line, long other) =>
            problems.Error(
                line, Column.Id.Name(), item.Sku.Value,
                $"the id stands on line {other} too: of rows with one id none is imported, give each its own");
    }

    private async Task AddAsync(FeedText? text, ImportProblems problems, Tally tally, CancellationToken cancellationToken)
    {
        tally.Translates = true;
        if (text is null)
            return;
        if (await store.AddAsync(text, cancellationToken))
            tally.Imported++;
        else
            problems.Error(
                text.Line, Column.Id.Name(), text.Sku.Value, "the catalogue sells nothing with this id: import the main feed first");
    }

    private static void Mention(ImportTotals totals, ImportProblems problems)
    {
        foreach (var (line, id) in totals.Crowded)
            problems.Warn(line, Column.Group.Name(), id, $"the group has more than {WarnedVariants} variants: Meta shows 800 at most");
        foreach (var sale in totals.FalseSales)
            problems.Warn(
                sale.Line, Column.SalePrice.Name(), sale.SalePrice,
                $"no price cut: it cost {sale.Lowest.Plain()} within the 30 days before, so no old price is shown beside it (Directive "
                + "98/6/EC, art. 6a)");
        foreach (var (line, id) in totals.Alike)
            problems.Warn(
                line, Column.Id.Name(), id, "no colour, size or other choice tells it from another of its group: shoppers will see its id");
    }

    private static string TooMuch(ImportRemovals going)
    {
        var more = going.Touched > going.First.Count ? ", ..." : "";
        return $"{going.Products} of {going.OnSale} products on sale, "
            + $"{going.Variants} of {going.VariantsOnSale} variants, would go off sale "
            + $"({string.Join(", ", going.First.Select(title => ReportText.Short(title)))}{more}), so the catalogue stays as it was: "
            + "export the feed again, or import it with --replace if that is meant.";
    }

    private static ImportReport Report(
        Tally tally, ImportTotals? totals, ImportProblems problems, ImportOptions options, string? refused) =>
        new(
            tally.Read, refused is not null ? 0
                : tally.Translates ? tally.Imported
                : totals?.Rows ?? 0,
            totals?.Products ?? 0,
            totals?.Rows ?? 0,
            totals?.Hidden ?? 0,
            refused is null ? totals?.Going.Variants ?? 0 : 0,
            refused is null ? totals?.CountedSince ?? 0 : 0,
            problems.Errors,
            problems.Warnings,
            problems.First,
            options.DryRun,
            refused);

    private sealed class Tally
    {
        public long Read;
        public long Imported;
        public bool Sells;
        public bool Translates;
    }
}
