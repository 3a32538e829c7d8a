using System.Collections.Concurrent;
using System.Diagnostics;
using CommerceBot.Tests.Torture.Shoppers;
using CommerceBot.Tests.EndToEnd;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>A line every few seconds, so that whoever watches knows that it goes on.</summary>
internal sealed class Progress(int purchases, TwoProcesses environment, TextWriter output)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(10);
    private readonly long _begun = Stopwatch.GetTimestamp();
    private readonly ConcurrentDictionary<string, int> _ends = new();
    private int _shopping;
    private int _done;

    public IEnumerable<string> Endings => _ends.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Value} {pair.Key}");

    public void Begin() => Interlocked.Increment(ref _shopping);

    public void End(ShopperStep? ending)
    {
        Interlocked.Decrement(ref _shopping);
        Interlocked.Increment(ref _done);
        _ends.AddOrUpdate(ending?.ToString() ?? "stuck", 1, (_, times) => times + 1);
    }

    public void Say(string what) => output.WriteLine($"{Stopwatch.GetElapsedTime(_begun).TotalSeconds,5:F0} s  {what}");

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                await Moments.PassAsync(Every, stop);
                Say($"{_done} of {purchases} purchases, {environment.Restarts} kills, {_shopping} people in the shop");
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // All have gone home.
        }
    }
}
