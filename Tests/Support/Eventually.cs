using System.Diagnostics;

namespace CommerceBot.Tests.Support;

/// <summary>
/// Looks again and again until something is so, for tests that watch another process over real time. Within one
/// process a fake clock and an awaited task are better.
/// </summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>The first answer that is not null.</summary>
    /// <exception cref="TimeoutException">It did not come; <paramref name="last"/> says how things stood.</exception>
    public static async Task<T> SeeAsync<T>(Func<Task<T?>> look, TimeSpan within, Func<string> last, CancellationToken cancellationToken)
        where T : class
    {
        var begun = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await look() is { } seen)
                return seen;
            if (Stopwatch.GetElapsedTime(begun) > within)
                throw new TimeoutException($"Not within {within.TotalSeconds} s: {last()}");
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
