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
        var child = Child.Start("load", RuntimeSettings.Own);
        return new LoadProcess(child, await child.HearAsync("graph", Patience));
    }

    /// Carries the order out; the server's CPU and allocations are read just before and just after.
    public async Task<ServerRun> RunAsync(LoadOrder order, Child server)
    {
        await _child.TellAsync(JsonSerializer.Serialize(order));
        await _child.HearAsync("measuring", Patience);
        var allocated = await AllocatedAsync(server);
        var before = server.Cpu;
        await _child.HearAsync("measured", Patience);
        var cpu = server.Cpu - before;
        allocated = await AllocatedAsync(server) - allocated;
        var result = JsonSerializer.Deserialize<LoadResult>(await _child.HearAsync("result", Patience))!;
        return new ServerRun(result, cpu.TotalMicroseconds / result.Sent, (double)allocated / result.Sent);
    }

    private static async Task<long> AllocatedAsync(Child server)
    {
        await server.TellAsync("allocated");
        return long.Parse(await server.HearAsync("allocated", Patience), System.Globalization.CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _child.DisposeAsync();
}

/// A run as the load saw it, and what it cost the server for each message: CPU in microseconds, and bytes allocated.
internal sealed record ServerRun(LoadResult Load, double CpuMicroseconds, double AllocatedBytes);
