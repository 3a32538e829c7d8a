using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using CommerceBot.Bench.Children;

namespace CommerceBot.Bench.Load;

/// The people and Meta, in one process: says "graph URL", hears "URL" of the server to write to, warms it up, measures,
/// says "measuring", "measured" and "result JSON", and ends. Loopback only; bounded in time and in messages.
internal static class LoadChild
{
    private const int Connections = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// Arguments: seconds of warm-up, seconds of measuring, messages at most, "replies" or "answers" (what to wait for).
    public static async Task<int> RunAsync(string[] args)
    {
        var warm = TimeSpan.FromSeconds(double.Parse(args[0], CultureInfo.InvariantCulture));
        var measure = TimeSpan.FromSeconds(double.Parse(args[1], CultureInfo.InvariantCulture));
        var most = int.Parse(args[2], CultureInfo.InvariantCulture);
        var replies = args[3] == "replies";

        var graph = new FakeGraph(most);
        await using var listening = await graph.ListenAsync();
        await Parent.SayAsync($"graph {listening.Address()}");
        var server = new Uri(await Parent.HearAsync());
        if (!server.IsLoopback) throw new ChildFailedException($"{server} is not on this machine");

        using var crowd = new Crowd(Messages.Prepare(most, server.Authority, TimeProvider.System), server, Connections);
        crowd.Write(warm);
        if (replies) await RepliedAsync(crowd, graph);
        var first = crowd.Sent;

        await Parent.SayAsync("measuring");
        crowd.Write(measure);
        if (replies) await RepliedAsync(crowd, graph);
        await Parent.SayAsync("measured");
        await Parent.SayAsync("result " + JsonSerializer.Serialize(LoadResult.Of(crowd, graph, first, replies)));
        return 0;
    }

    /// Waits until every message has its reply, or none has come for a while.
    private static async Task RepliedAsync(Crowd crowd, FakeGraph graph)
    {
        var (seen, since) = (-1, Stopwatch.GetTimestamp());
        while (graph.Replies < crowd.Sent && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(5);
            if (graph.Replies != seen) (seen, since) = (graph.Replies, Stopwatch.GetTimestamp());
        }
    }
}
