using System.Text.Json;
using CommerceBot.Bench.Load;

namespace CommerceBot.Bench.Children;

/// The load and the fake Graph, as the bench sees them.
internal sealed class LoadProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);
    private readonly Child _child;

    private LoadProcess(Child child, string graph) => (_child, Graph) = (child, graph);

    public string Graph { get; }

    public static async Task<LoadProcess> StartAsync()
    {
        var child = Child.Start("load", serverGc: false);
        return new LoadProcess(child, await child.HearAsync("graph", Patience));
    }

    /// Carries the order out; the server's CPU is read just before and just after.
    public async Task<ServerRun> RunAsync(LoadOrder order, Child server)
    {
        await _child.TellAsync(JsonSerializer.Serialize(order));
        await _child.HearAsync("measuring", Patience);
        var before = server.Cpu;
        await _child.HearAsync("measured", Patience);
        var cpu = server.Cpu - before;
        var result = JsonSerializer.Deserialize<LoadResult>(await _child.HearAsync("result", Patience))!;
        return new ServerRun(result, cpu.TotalMicroseconds / result.Sent);
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();
}

/// A run as the load saw it, and the server's own CPU for each message in microseconds.
internal sealed record ServerRun(LoadResult Load, double CpuMicroseconds);
