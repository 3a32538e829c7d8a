using CommerceBot.Bench.Children;
using CommerceBot.Bench.Report;

namespace CommerceBot.Bench;

/// Webhook to Send API: bare Kestrel, the floor and the bot, one after the other in turn, so that a busy minute of the machine
/// strikes all of them.
internal sealed class ServerFigures(Progress progress, bool bot)
{
    private const int Rounds = 3;

    /// Whole path over bare Kestrel as it was when the floor was first measured: 10.3 k against 63 k.
    private const double KnownFloorOfBare = 10.3 / 63;

    /// The part of the floor's rate that the bot must reach.
    private const double Target = 0.6;

    private static readonly Plan Answers = new(TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2), 250_000);
    private static readonly Plan Replies = new(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4), 150_000);

    public static int Steps(bool bot) => Rounds * (bot ? 3 : 2);

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        List<ServerRun> bare = [], floor = [], own = [];
        for (var round = 0; round < Rounds; round++)
        {
            await RunAsync("bare", replies: false, Answers, bare);
            await RunAsync("floor", replies: true, Replies, floor);
            if (bot) await RunAsync("bot", replies: true, Replies, own);
        }

        return [.. FloorLines(bare, floor), .. bot ? BotLines(floor, own) : []];
    }

    private async Task RunAsync(string server, bool replies, Plan plan, List<ServerRun> runs)
    {
        progress.Step($"{server}: {plan.Warm.TotalSeconds:0.#} s of warm-up, {plan.Measure.TotalSeconds:0.#} s measured");
        var run = await Pair.RunAsync(server, replies, plan);
        var rate = replies ? run.Load.RepliesPerSecond : run.Load.AnswersPerSecond;
        progress.Note($"{Figure.Number(rate)} /s over {Figure.Number(run.Load.Seconds)} s, {Figure.Number(run.CpuMicroseconds)} us of CPU a message");
        runs.Add(run);
    }

    private static IEnumerable<Figure> FloorLines(List<ServerRun> bare, List<ServerRun> floor)
    {
        var whole = Of(floor, r => r.Load.RepliesPerSecond);
        var kestrel = Of(bare, r => r.Load.AnswersPerSecond);
        yield return new Figure("bare Kestrel, body read, 200 (/s)", Figure.Number(kestrel.Value), Spread: kestrel.Spread);
        yield return Figure.Rate("floor, whole path (/s), beside bare Kestrel", whole, kestrel);
        yield return new Figure("  the same ratio when first measured", "", "", KnownFloorOfBare);
        yield return AllReplied("floor: messages with one reply each", floor);
    }

    private static IEnumerable<Figure> BotLines(List<ServerRun> floor, List<ServerRun> own)
    {
        yield return Figure.Rate("bot, webhook to reply (/s)", Of(own, r => r.Load.RepliesPerSecond), Of(floor, r => r.Load.RepliesPerSecond), Target);
        yield return AllReplied("bot: messages with one reply each", own);
        yield return Figure.Rate("  webhook to 200 (/s)", Of(own, r => r.Load.AnswersPerSecond), Of(floor, r => r.Load.AnswersPerSecond));
        yield return Figure.Cost("  webhook to 200, p50", "ms", Of(own, r => r.Load.Answer.P50), Of(floor, r => r.Load.Answer.P50));
        yield return Figure.Cost("  webhook to 200, p99", "ms", Of(own, r => r.Load.Answer.P99), Of(floor, r => r.Load.Answer.P99));
        yield return Figure.Cost("  webhook to reply, p50", "ms", Of(own, r => r.Load.Reply.P50), Of(floor, r => r.Load.Reply.P50));
        yield return Figure.Cost("  webhook to reply, p99", "ms", Of(own, r => r.Load.Reply.P99), Of(floor, r => r.Load.Reply.P99));
        yield return Figure.Cost("  CPU of the server a message", "us", Of(own, r => r.CpuMicroseconds), Of(floor, r => r.CpuMicroseconds));
    }

    /// Speed counts only when nothing was refused, lost or said twice.
    private static Figure AllReplied(string name, List<ServerRun> runs)
    {
        var sent = runs.Sum(r => r.Load.Sent);
        var right = runs.Sum(r => r.Load.Replied - r.Load.Refused - r.Load.Twice);
        return new Figure(name, Figure.Number(right), Figure.Number(sent), (double)right / sent, "all", right == sent);
    }

    private static Median Of(List<ServerRun> runs, Func<ServerRun, double> figure) => Median.Of(runs.Select(figure));
}
