using System.Diagnostics;
using CommerceBot.Bench.Report;
using CommerceBot.Bench.Waterfall;

namespace CommerceBot.Bench;

/// A turn in this process, beside parsing and writing the same stored states with nothing around: bytes and CPU.
internal sealed class WaterfallFigures(Progress progress)
{
    private const double MostBytes = 15 * 1024;
    private const double MostCpu = 3;
    private const int Rounds = 15;
    private const int Cycles = 2_500;
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(2);

    public static int Steps => 1;

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        progress.Step("waterfall: a turn of three text prompts, beside its stored state alone");
        var alone = await MeasureAsync(withState: false);
        var more = await MeasureAsync(withState: true);
        return
        [
            Figure.Budget("waterfall turn, allocated", "B", alone.TurnBytes, alone.StateBytes, MostBytes),
            Figure.Cost("waterfall turn, CPU", "us", alone.TurnCpu, alone.StateCpu, MostCpu),
            Figure.Cost("  with 1.3 KB more of state, allocated", "B", more.TurnBytes, more.StateBytes),
            Figure.Cost("  with 1.3 KB more of state, CPU", "us", more.TurnCpu, more.StateCpu),
        ];
    }

    private static async Task<Costs> MeasureAsync(bool withState)
    {
        var conversation = new Conversation(withState);
        var alone = new StateAlone(await conversation.StoredAsync());
        Task Turns(int cycles) => conversation.RunAsync(Conversation.Prepare(cycles));

        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Warm;)
        {
            await Turns(200);
            alone.Run(200);
        }

        List<Cost> turns = [], states = [];
        for (var round = 0; round < Rounds; round++)
        {
            var activities = Conversation.Prepare(Cycles);
            turns.Add(await Cost.OfAsync(() => conversation.RunAsync(activities), activities.Length));
            states.Add(await Cost.OfAsync(() => { alone.Run(Cycles); return Task.CompletedTask; }, activities.Length));
        }

        return new Costs(
            Median.Of(turns.Select(c => c.Bytes)), Median.Of(states.Select(c => c.Bytes)),
            Median.Of(turns.Select(c => c.Microseconds)), Median.Of(states.Select(c => c.Microseconds)));
    }

    private sealed record Costs(Median TurnBytes, Median StateBytes, Median TurnCpu, Median StateCpu);
}
