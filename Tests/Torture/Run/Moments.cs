using System.Diagnostics;

namespace CommerceBot.Tests.Torture.Run;

/// <summary>
/// The pauses that people make, and the moments at which trouble comes: they are what is tried out, and wait for
/// nothing.
/// </summary>
internal static class Moments
{
    public static async Task PassAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        while (pause - Stopwatch.GetElapsedTime(begun) is { Ticks: > 0 } left)
            await Task.Delay(left < TimeSpan.FromMilliseconds(1) ? TimeSpan.FromMilliseconds(1) : left, cancellationToken);
    }
}
