using CommerceBot.Bench.Desk;
using CommerceBot.Bench.Report;

namespace CommerceBot.Bench;

/// The figures that judge a change, in under 3 minutes.
internal static class Quick
{
    /// No word measures everything; "floor" the servers without the bot; "waterfall" the turn in process; "settings" the runtime's;
    /// "desk" beside a merchant.
    public static async Task<int> RunAsync(string[] words)
    {
        var what = words.FirstOrDefault();
        var (servers, bot, waterfall) = (what is null or "floor", what is null, what is null or "waterfall");
        var (settings, desk) = (what == "settings", what == "desk");
        var progress = new Progress(
            (servers ? ServerFigures.Steps(bot) : 0) + (waterfall ? WaterfallFigures.Steps : 0) + (settings ? SettingsFigures.Steps : 0)
            + (desk ? DeskFigures.Steps : 0));
        List<Figure> figures = [];
        if (settings) figures.AddRange(await new SettingsFigures(progress).MeasureAsync());
        if (desk) figures.AddRange(await new DeskFigures(progress).MeasureAsync());
        if (servers) figures.AddRange(await new ServerFigures(progress, bot).MeasureAsync());
        if (waterfall) figures.AddRange(await new WaterfallFigures(progress).MeasureAsync());

        Table.Print(figures, Console.Out);
        var missed = figures.Count(f => f.Met == false);
        Console.WriteLine(
            missed == 0 ? $"every target met, {progress.Elapsed.TotalSeconds:0} s" : $"{missed} MISSED, {progress.Elapsed.TotalSeconds:0} s"
        );
        return missed == 0 ? 0 : 1;
    }
}
