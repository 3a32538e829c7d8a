using System.Diagnostics;
using System.Globalization;
using CommerceBot.Bench.Children;
using CommerceBot.Bench.Report;

namespace CommerceBot.Bench;

/// How long the collector stops everybody while much lives: a heap of 500 MB of small linked objects, of which some are replaced all the
/// time, as cached states of conversations are, in a process of its own.
internal static class LargeHeap
{
    private const int Objects = 1_000_000;
    private const int ObjectBytes = 400;
    private const double Seconds = 8;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string name, IReadOnlyDictionary<string, string> runtime)
    {
        await using var child = Child.Start("heap", runtime);
        var words = (await child.HearAsync("pauses", Patience)).Split(' ').Select(each => double.Parse(each, CultureInfo.InvariantCulture));
        return words.ToArray() is [var longest, var share, var young, var full, var live]
            ?
            [
                new Figure($"{name}: longest pause, {Figure.Number(live)} MB live", $"{Figure.Number(longest)} ms"),
                new Figure("  share of the time in pauses", $"{Figure.Number(share)} %"),
                new Figure("  collections of generation 0 and 2", $"{Figure.Number(young)} and {Figure.Number(full)}"),
            ]
            : throw new ChildFailedException("'heap' said something else than five numbers");
    }

    /// The child: says "pauses LONGEST_MS SHARE_PERCENT GEN0 GEN2 LIVE_MB".
    public static async Task<int> RunAsync()
    {
        var heap = new Node[Objects];
        for (var n = 0; n < heap.Length; n++) heap[n] = new Node(new byte[ObjectBytes], n == 0 ? null : heap[n / 2]);
        GC.Collect();
        var live = GC.GetTotalMemory(forceFullCollection: false) / 1e6;
        var (young, full, stopped) = (GC.CollectionCount(0), GC.CollectionCount(2), GC.GetTotalPauseDuration());
        var (longest, seen, begun) = (TimeSpan.Zero, GC.GetGCMemoryInfo(GCKind.Any).Index, Stopwatch.GetTimestamp());
        for (var n = 0; Stopwatch.GetElapsedTime(begun).TotalSeconds < Seconds; n++)
        {
            // One in thirty-two lives on: the rest is what a turn throws away.
            var node = new Node(new byte[ObjectBytes], null);
            if (n % 32 == 0) heap[(n * 7919L) % Objects] = node;
            if (n % 512 != 0) continue;
            var info = GC.GetGCMemoryInfo(GCKind.Any);
            if (info.Index == seen) continue;
            seen = info.Index;
            foreach (var pause in info.PauseDurations) longest = pause > longest ? pause : longest;
        }

        var share = 100 * (GC.GetTotalPauseDuration() - stopped) / Stopwatch.GetElapsedTime(begun);
        await Parent.SayAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"pauses {longest.TotalMilliseconds} {share} {GC.CollectionCount(0) - young} {GC.CollectionCount(2) - full} {live}"));
        GC.KeepAlive(heap);
        return 0;
    }

    private sealed record Node(byte[] Bytes, Node? Next);
}
