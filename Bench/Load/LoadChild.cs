using System.Diagnostics;
using System.Text.Json;
using CommerceBot.Bench.Children;

namespace CommerceBot.Bench.Load;

/// The people and Meta, in one process: says "graph URL", then for each <see cref="LoadOrder"/> that it hears writes to a server and
/// says "measuring", "measured" and "result JSON". Loopback only; every order is bounded in time and in messages.
internal static class LoadChild
{
    private const int Connections = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync()
    {
        var graph = new FakeGraph();
        await using var listening = await graph.ListenAsync();
        await Parent.SayAsync($"graph {listening.Address()}");
        var first = 0;
        while (await Parent.HearAsync() is { } line)
        {
            var order = JsonSerializer.Deserialize<LoadOrder>(line)!;
            await FollowAsync(order, graph, first);
            first += order.Most;
        }

        return 0;
    }

    private static async Task FollowAsync(LoadOrder order, FakeGraph graph, int first)
    {
        if (!order.Server.IsLoopback) throw new ChildFailedException($"{order.Server} is not on this machine");
        var replies = graph.Expect(first, order.Most);
        using var throttle = new VirtualUsers(
            Messages.Prepare(first, order.Most, order.Server.Authority, TimeProvider.System), order.Server, Connections);

        await Parent.SayAsync("measuring");
        throttle.Write(TimeSpan.FromSeconds(order.Seconds));
        if (order.Replies) await RepliedAsync(throttle, replies);
        await Parent.SayAsync("measured");
        await Parent.SayAsync("result " + JsonSerializer.Serialize(LoadResult.Of(throttle, order.Replies ? replies : null)));
    }

    /// Waits until every message has its reply, or none has come for a while.
    private static async Task RepliedAsync(VirtualUsers throttle, Replies replies)
    {
        var (seen, since) = (-1, Stopwatch.GetTimestamp());
        while (replies.Count < throttle.Sent && Stopwatch.GetElapsedTime(since) < Patience)
        {
            await Task.Delay(5);
            if (replies.Count != seen) (seen, since) = (replies.Count, Stopwatch.GetTimestamp());
        }
    }
}

/// Write to this server for so many seconds, so many messages at most, and wait for the replies or only for the answers.
internal sealed record LoadOrder(Uri Server, double Seconds, int Most, bool Replies);
