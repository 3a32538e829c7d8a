using CommerceBot.Bench.Report;

namespace CommerceBot.Bench;

/// The figures that judge a change, in under 3 minutes.
internal static class Quick
{
    /// No word measures everything; "floor" the servers without the bot; "waterfall" the turn in process.
    public static async Task<int> RunAsync(string[] words)
    {
        var what = words.FirstOrDefault();
        var (servers, bot, waterfall) = (what != "waterfall", what is null, what != "floor");
        var progress = new Progress((servers ? ServerFigures.Steps(bot) : 0) + (waterfall ? WaterfallFigures.Steps : 0));
        List<Figure> figures = [];
        if (servers) figures.AddRange(await new ServerFigures(progress, bot).MeasureAsync());
        if (waterfall) figures.AddRange(await new WaterfallFigures(progress).MeasureAsync());

        Table.Print(figures, Console.Out);
        var missed = figures.Count(f => f.Met == false);
        Console.WriteLine(missed == 0 ? $"every target met, {progress.Elapsed.TotalSeconds:0} s" : $"{missed} MISSED, {progress.Elapsed.TotalSeconds:0} s");
        return missed == 0 ? 0 : 1;
    }
}
