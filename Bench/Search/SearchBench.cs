using System.Diagnostics;
using System.Globalization;
using CommerceBot.Catalog;
using CommerceBot.Catalog.Feed;
using CommerceBot.Catalog.Search;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Catalog;
using Microsoft.Data.Sqlite;

namespace CommerceBot.Bench.Search;

/// <summary>How long a search takes in a shop of many products, by the questions of the search's own tests.</summary>
internal static class SearchBench
{
    private const int Products = 100_000;
    private const double LongestMedian = 50;
    private const int Runs = 3;
    private const int PageSize = 10;

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Only questions that find something count for the target: who asks for what nobody sells is answered at once.</summary>
    /// <returns>1 when the median is over the target.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var count = args is [var first, ..] ? int.Parse(first, CultureInfo.InvariantCulture) : Products;
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Migrations.Apply(connection);
        var start = Stopwatch.GetTimestamp();
        await using (var import = new SqliteCatalogImport(connection))
            await new ImportFeed(import).RunAsync(
                ManyProducts.Feed(count), new ImportOptions(new Currency("EUR"), Now), progress: null, CancellationToken.None);
        Write($"{count} products, imported in {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s");
        var catalog = new SqliteCatalog(connection, new SampleLinks(new Uri("http://localhost")), new SearchVocabularies(), Now);
        var times = new List<(double Time, string Text, int Found)>();
        foreach (var (language, text) in Questions())
            times.Add(await TimeAsync(catalog, text, language));
        return Report(times);
    }

    /// <summary>The quickest of some runs: others use the processor too.</summary>
    private static async Task<(double Time, string Text, int Found)> TimeAsync(SqliteCatalog catalog, string text, Language language)
    {
        var (best, found) = (double.MaxValue, 0);
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            var answer = await catalog.SearchAsync(
                ProductQueryParser.Parse(text, language), language, 0, PageSize, CancellationToken.None);
            (best, found) = (Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds), answer.Products.Items.Count);
        }

        return (best, text, found);
    }

    private static int Report(List<(double Time, string Text, int Found)> times)
    {
        times.Sort((one, other) => one.Time.CompareTo(other.Time));
        var finding = times.Where(one => one.Found > 0).ToList();
        var median = finding[finding.Count / 2].Time;
        Write($"all {times.Count} questions: {Percentiles(times)}");
        Write($"the {finding.Count} that find something: {Percentiles(finding)}");
        foreach (var (time, text, found) in times.TakeLast(PageSize))
            Write($"  {time,7:0.0} ms  {found,2} found  {text}");
        if (median <= LongestMedian)
            return 0;
        Write($"MISSED: the median is over {LongestMedian:0} ms");
        return 1;
    }

    private static string Percentiles(List<(double Time, string Text, int Found)> sorted)
    {
        var (median, most) = (sorted[sorted.Count / 2].Time, sorted[sorted.Count * 95 / 100].Time);
        return FormattableString.Invariant($"median {median:0.0} ms, 95 % {most:0.0} ms, longest {sorted[^1].Time:0.0} ms");
    }

    private static IEnumerable<(Language Language, string Text)> Questions() =>
        from line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "queries.tsv"))
        where line.Length > 0 && line[0] != '#'
        let cells = line.Split('\t')
        select (new Language(cells[0]), cells[1]);

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
