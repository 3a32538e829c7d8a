using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Orders;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;

namespace CommerceBot.Storage;

/// <summary>Puts goods on sale at start: the merchant's feed when it changed, or the sample shop where nobody sells yet.</summary>
internal sealed class CatalogLoader(
    Database database, ShopSettings shop, IConfiguration settings, bool withSample, TimeProvider time, ILogger<CatalogLoader> log
) : IHostedService
{
    private static readonly TimeSpan SamplesAge = TimeSpan.FromDays(90);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings["Catalog:Feed"] is { Length: > 0 } feed)
            await ImportIfChangedAsync(feed, cancellationToken);
        else if (withSample && IsEmpty())
            await ImportSampleAsync(cancellationToken);
        await CatchUpAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Imports one file into the data folder's catalogue.</summary>
    /// <param name="time">From when new prices hold; null for the machine's own clock.</param>
    public static async Task<ImportReport> ImportAsync(
        Database database, string path, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken cancellationToken,
        TimeProvider? time = null)
    {
        using var session = database.OpenSession();
        await using var store = new SqliteCatalogImport(session.Connection, time);
        return await new ImportFeed(store).RunAsync(path, options, progress, cancellationToken);
    }

    private async Task ImportIfChangedAsync(string feed, CancellationToken cancellationToken)
    {
        var file = new FileInfo(feed);
        if (!file.Exists)
            throw new FileNotFoundException($"Catalog:Feed is '{feed}', and there is no such file.", feed);
        var mark = string.Create(CultureInfo.InvariantCulture, $"{file.FullName}|{file.Length}|{file.LastWriteTimeUtc:O}");
        using var session = database.OpenSession();
        if (Database.ReadMeta(session, "feed") == mark)
            return;
        var written = new DateTimeOffset(file.LastWriteTimeUtc);
        if (FeedTime.Objection(written, time.GetUtcNow()) is { } objection)
        {
            log.FeedRefused(feed, objection);
            return;
        }

        var report = await ImportAsync(database, feed, Options(written), null, cancellationToken, time);
        Tell(feed, report);
        if (report.Succeeded)
            Database.WriteMeta(session, "feed", mark);
    }

    /// <summary>
    /// As of its file, so that the same file may be changed and imported; but nobody sold anything before the shop was
    /// there.
    /// </summary>
    private async Task ImportSampleAsync(CancellationToken cancellationToken)
    {
        foreach (var path in SampleShop.Feeds)
        {
            var written = new DateTimeOffset(File.GetLastWriteTimeUtc(path));
            var now = time.GetUtcNow();
            Tell(
                Path.GetFileName(path),
                await ImportAsync(database, path, Options(written < now ? written : now), null, cancellationToken, time));
        }

        GiveSampleAPast();
    }

    /// <summary>The sample shop has sold at its ordinary prices for a while, so that its price cuts are ones.</summary>
    private void GiveSampleAPast()
    {
        using var session = database.OpenSession();
        session["""
            INSERT INTO price_history (sku, at, price, currency)
            SELECT sku, ?1, price, currency FROM variant WHERE sale_price IS NOT NULL
            """].Bind(1, (time.GetUtcNow() - SamplesAge).ToUnixTimeMilliseconds()).Execute();
    }

    /// <summary>For an import that died between its goods and their words.</summary>
    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        using var session = database.OpenSession();
        await SearchIndex.CatchUpAsync(session.Connection, cancellationToken);
    }

    private ImportOptions Options(DateTimeOffset feedTime) =>
        new(shop.Currency, feedTime) { VatClasses = shop.Prices.Vat.Classes };

    private bool IsEmpty()
    {
        using var session = database.OpenSession();
        var query = session["SELECT 1 FROM product LIMIT 1"];
        var any = query.Step();
        query.Reset();
        return !any;
    }

    private void Tell(string feed, ImportReport report)
    {
        if (report.Refused is { } refused)
            log.FeedRefused(feed, refused);
        else
            log.FeedImported(feed, report.Imported, report.Products, report.Errors, report.CountedSince);
    }
}
