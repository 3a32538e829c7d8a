using System.Globalization;
using System.Text.Json;
using CommerceBot.Bench.Load;

namespace CommerceBot.Bench.Children;

/// One run: a fresh server process with an empty folder, and a fresh load process that writes to it.
internal static class Pair
{
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(45);

    /// Replies: whether the server answers through the Send API and is measured by that.
    public static async Task<ServerRun> RunAsync(string server, bool replies, Plan plan)
    {
        var folder = Directory.CreateTempSubdirectory("commercebot-bench-");
        try
        {
            await using var load = Child.Start("load", serverGc: false, Text(plan.Warm), Text(plan.Measure),
                plan.Messages.ToString(CultureInfo.InvariantCulture), replies ? "replies" : "answers");
            var graph = await load.HearAsync("graph", Start);
            await using var serving = Child.Start(server, serverGc: true, graph, folder.FullName);
            await load.TellAsync(new Uri(new Uri(await serving.HearAsync("ready", Start)), Webhook.Path).ToString());
            await load.HearAsync("measuring", Most);
            var before = serving.Cpu;
            await load.HearAsync("measured", Most);
            var cpu = serving.Cpu - before;
            var result = JsonSerializer.Deserialize<LoadResult>(await load.HearAsync("result", Start))!;
            return new ServerRun(result, cpu.TotalMicroseconds / result.Sent);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Text(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}

/// How long to warm up and to measure, and how many messages to write at most.
internal sealed record Plan(TimeSpan Warm, TimeSpan Measure, int Messages);

/// A run as the load saw it, and the server's own CPU for each message in microseconds.
internal sealed record ServerRun(LoadResult Load, double CpuMicroseconds);
