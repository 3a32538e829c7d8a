using CommerceBot.Bench.Report;

namespace CommerceBot.Bench;

/// The figures that judge a change, in under 3 minutes.
internal static class Quick
{
    /// No word measures everything; "floor" the servers without the bot.
    public static async Task<int> RunAsync(string[] words)
    {
        var what = words.FirstOrDefault();
        var bot = what != "floor";
        var progress = new Progress(ServerFigures.Steps(bot));
        List<Figure> figures = [];
        figures.AddRange(await new ServerFigures(progress, bot).MeasureAsync());

        Table.Print(figures, Console.Out);
        var missed = figures.Count(f => f.Met == false);
        Console.WriteLine(missed == 0 ? $"every target met, {progress.Elapsed.TotalSeconds:0} s" : $"{missed} MISSED, {progress.Elapsed.TotalSeconds:0} s");
        return missed == 0 ? 0 : 1;
    }
}
