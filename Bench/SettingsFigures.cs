using System.Diagnostics;
using CommerceBot.Bench.Children;
using CommerceBot.Bench.Report;

namespace CommerceBot.Bench;

/// The bot with the runtime's settings of the shop's project file beside those that a web project has by itself, in
/// turn: the reasons are in
/// docs/decisions/0019-runtime-settings.md. Each pair is one round, so that a busy minute of the machine strikes all of them.
internal sealed class SettingsFigures(Progress progress)
{
    private const int Rounds = 7;
    private const double Seconds = 3;

    private static readonly (string Name, IReadOnlyDictionary<string, string> Runtime)[] Variants =
    [
        ("usual: concurrent GC, counting after 100 ms", RuntimeSettings.Usual),
        ("the shop's: concurrent GC, counting after 5 ms", RuntimeSettings.Shop),
        ("concurrent GC, counting at once", RuntimeSettings.CountingAtOnce),
        ("no concurrent GC, counting after 5 ms", RuntimeSettings.OtherCollector),
    ];

    public static int Steps => Variants.Length * (3 + Rounds);

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var load = await LoadProcess.StartAsync();
        var servers = new List<ServerProcess>();
        var starts = new List<double>();
        try
        {
            foreach (var (name, runtime) in Variants)
            {
                progress.Step($"{name}: starting");
                var begun = Stopwatch.GetTimestamp();
                servers.Add(await ServerProcess.StartAsync("bot", load, replies: true, runtime));
                starts.Add(Stopwatch.GetElapsedTime(begun).TotalSeconds);
            }

            var firsts = await RoundAsync(servers, "first seconds");
            foreach (var server in servers) server.Runs.Clear();
            for (var round = 0; round < Rounds; round++) await RoundAsync(servers, "measuring");
            return [.. Enumerable.Range(0, servers.Count).SelectMany(n => Lines(servers, starts, firsts, n)), .. await PausesAsync()];
        }
        finally
        {
            foreach (var server in servers) await server.DisposeAsync();
        }
    }

    private async Task<IReadOnlyList<Figure>> PausesAsync()
    {
        var figures = new List<Figure>();
        foreach (var (name, runtime) in Variants)
        {
            progress.Step($"{name}: a large heap");
            figures.AddRange(await LargeHeap.MeasureAsync(name, runtime));
        }

        return figures;
    }

    private async Task<IReadOnlyList<ServerRun>> RoundAsync(List<ServerProcess> servers, string what)
    {
        var runs = new List<ServerRun>();
        for (var n = 0; n < servers.Count; n++)
        {
            progress.Step($"{Variants[n].Name}: {what}");
            runs.Add(await servers[n].RunAsync(Seconds));
        }

        return runs;
    }

    private static IEnumerable<Figure> Lines(
        List<ServerProcess> servers, List<double> starts, IReadOnlyList<ServerRun> firsts, int n)
    {
        var (usual, own) = (servers[0].Runs, servers[n].Runs);
        var ratios = Median.Of(own.Zip(usual, (mine, other) => mine.Load.RepliesPerSecond / other.Load.RepliesPerSecond));
        yield return Figure.Rate($"{Variants[n].Name} (/s)", Rate(own), Rate(usual));
        yield return new Figure("  median of the pairs' ratios", "", "", ratios.Value, Spread: ratios.Spread);
        yield return Figure.Cost("  webhook to reply, p99", "ms", Of(own, r => r.Load.Reply.P99), Of(usual, r => r.Load.Reply.P99));
        yield return Figure.Cost("  CPU a message", "us", Of(own, r => r.CpuMicroseconds), Of(usual, r => r.CpuMicroseconds));
        yield return Figure.Rate("  rate in the first seconds (/s)", Rate([firsts[n]]), Rate([firsts[0]]));
        yield return Figure.Cost("  start", "s", Median.Of([starts[n]]), Median.Of([starts[0]]));
        yield return Figure.Cost("  memory at the end (RSS)", "MB", Memory(servers[n]), Memory(servers[0]));
    }

    private static Median Memory(ServerProcess server) => Median.Of([server.ResidentBytes / 1e6]);

    private static Median Rate(IReadOnlyList<ServerRun> runs) => Of(runs, r => r.Load.RepliesPerSecond);

    private static Median Of(IReadOnlyList<ServerRun> runs, Func<ServerRun, double> figure) => Median.Of(runs.Select(figure));
}
