using System.Diagnostics;

namespace CommerceBot.Bench.Load;

/// What one order saw. Rates count from the first message sent to the last answer (or reply); times are milliseconds.
internal sealed record LoadResult(
    int Sent, int Refused, int Replied, int Twice, double Seconds,
    double AnswersPerSecond, Latency Answer, double RepliesPerSecond, Latency Reply)
{
    public static LoadResult Of(VirtualUsers throttle, Replies? replies)
    {
        var sentAt = throttle.SentAt[..throttle.Sent];
        var answeredAt = throttle.AnsweredAt[..throttle.Sent];
        var repliedAt = replies?.At(throttle.Sent) ?? [];
        return new LoadResult(
            throttle.Sent, throttle.Refused, repliedAt.Count(t => t != 0), replies?.Twice ?? 0,
            Stopwatch.GetElapsedTime(sentAt[0], answeredAt.Concat(repliedAt).Max()).TotalSeconds,
            Rate(sentAt[0], answeredAt), Latency.Of(sentAt, answeredAt),
            Rate(sentAt[0], repliedAt), Latency.Of(sentAt, repliedAt));
    }

    private static double Rate(long start, long[] ends)
    {
        var came = ends.Count(t => t != 0);
        return came == 0 ? 0 : came / Stopwatch.GetElapsedTime(start, ends.Max()).TotalSeconds;
    }
}

internal sealed record Latency(double P50, double P99)
{
    public static Latency Of(long[] starts, long[] ends)
    {
        var times = starts
            .Zip(ends)
            .Where(p => p.Second != 0)
            .Select(p => Stopwatch.GetElapsedTime(p.First, p.Second).TotalMilliseconds)
            .Order()
            .ToArray();
        return times.Length == 0 ? new Latency(0, 0) : new Latency(times[times.Length / 2], times[(int)(times.Length * 0.99)]);
    }
}
