using CommerceBot.Bench.Children;
using CommerceBot.Bench.Report;

namespace CommerceBot.Bench;

/// Webhook to Send API: bare Kestrel, the floor and the bot, one after the other in turn, so that a busy minute of the machine
/// strikes all of them.
internal sealed class ServerFigures(Progress progress, bool bot)
{
    private const int Rounds = 5;

    /// Whole path over bare Kestrel as it was when the floor was first measured: 10.3 k against 63 k.
    private const double KnownFloorOfBare = 10.3 / 63;

    /// The part of the floor's rate that the bot must reach.
    private const double Target = 0.6;

    /// Below this part of that ratio the floor itself is slow, or others use the machine: then the run proves little.
    private const double SlowFloor = 0.7;

    public static int Steps(bool bot) => (1 + Rounds) * (bot ? 3 : 2);

    public async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        await using var load = await LoadProcess.StartAsync();
        await using var bare = await ServerProcess.StartAsync("bare", load, replies: false);
        await using var floor = await ServerProcess.StartAsync("floor", load, replies: true);
        await using var own = bot ? await ServerProcess.StartAsync("bot", load, replies: true) : null;
        var servers = new[] { bare, floor, own }.OfType<ServerProcess>().ToArray();

        foreach (var server in servers) await WarmAsync(server);
        for (var round = 0; round < Rounds; round++)
            foreach (var server in servers) await RunAsync(server);
        return [.. FloorLines(bare.Runs, floor.Runs), .. own is null ? [] : BotLines(floor.Runs, own.Runs)];
    }

    private async Task WarmAsync(ServerProcess server)
    {
        progress.Step($"{server.Name}: warming up");
        await server.RunAsync(server.Replies ? 8 : 3);
        server.Runs.Clear();
    }

    private async Task RunAsync(ServerProcess server)
    {
        progress.Step($"{server.Name}: measuring");
        var run = await server.RunAsync(server.Replies ? 4 : 2);
        var rate = server.Replies ? run.Load.RepliesPerSecond : run.Load.AnswersPerSecond;
        progress.Note(
            $"{Figure.Number(rate)} /s over {Figure.Number(run.Load.Seconds)} s, {Figure.Number(run.CpuMicroseconds)} us of CPU and "
            + $"{Figure.Number(run.AllocatedBytes)} B a message"
        );
    }

    private static IEnumerable<Figure> FloorLines(IReadOnlyList<ServerRun> bare, IReadOnlyList<ServerRun> floor)
    {
        var whole = Of(floor, r => r.Load.RepliesPerSecond);
        var kestrel = Of(bare, r => r.Load.AnswersPerSecond);
        yield return new Figure("bare Kestrel, body read, 200 (/s)", Figure.Number(kestrel.Value), Spread: kestrel.Spread);
        var slow = whole.Value / kestrel.Value < KnownFloorOfBare * SlowFloor;
        yield return Figure.Rate("floor, whole path (/s), beside bare Kestrel", whole, kestrel) with { Remark = slow ? "SLOW" : "" };
        yield return new Figure("  the same ratio when first measured", "", "", KnownFloorOfBare);
        yield return AllReplied("floor: messages with one reply each", floor);
    }

    private static IEnumerable<Figure> BotLines(IReadOnlyList<ServerRun> floor, IReadOnlyList<ServerRun> own)
    {
        yield return Figure.Rate(
            "bot, webhook to reply (/s)",
            Of(own, r => r.Load.RepliesPerSecond),
            Of(floor, r => r.Load.RepliesPerSecond), Target);
        yield return AllReplied("bot: messages with one reply each", own);
        yield return Figure.Rate("  webhook to 200 (/s)", Of(own, r => r.Load.AnswersPerSecond), Of(floor, r => r.Load.AnswersPerSecond));
        yield return Figure.Cost("  webhook to 200, p50", "ms", Of(own, r => r.Load.Answer.P50), Of(floor, r => r.Load.Answer.P50));
        yield return Figure.Cost("  webhook to 200, p99", "ms", Of(own, r => r.Load.Answer.P99), Of(floor, r => r.Load.Answer.P99));
        yield return Figure.Cost("  webhook to reply, p50", "ms", Of(own, r => r.Load.Reply.P50), Of(floor, r => r.Load.Reply.P50));
        yield return Figure.Cost("  webhook to reply, p99", "ms", Of(own, r => r.Load.Reply.P99), Of(floor, r => r.Load.Reply.P99));
        yield return Figure.Cost("  CPU of the server a message", "us", Of(own, r => r.CpuMicroseconds), Of(floor, r => r.CpuMicroseconds));
        yield return Figure.Cost(
            "  allocated by the server a message", "B",
            Of(own, r => r.AllocatedBytes),
            Of(floor, r => r.AllocatedBytes));
    }

    /// Speed counts only when nothing was refused, lost or said twice.
    private static Figure AllReplied(string name, IReadOnlyList<ServerRun> runs)
    {
        var sent = runs.Sum(r => r.Load.Sent);
        var right = runs.Sum(r => r.Load.Replied - r.Load.Refused - r.Load.Twice);
        return new Figure(name, Figure.Number(right), Figure.Number(sent), (double)right / sent, "all", right == sent);
    }

    private static Median Of(IReadOnlyList<ServerRun> runs, Func<ServerRun, double> figure) => Median.Of(runs.Select(figure));
}
