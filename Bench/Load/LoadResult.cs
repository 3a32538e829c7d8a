using System.Diagnostics;

namespace CommerceBot.Bench.Load;

/// What one run saw. Rates count from the first message sent to the last answer (or reply); times are milliseconds.
internal sealed record LoadResult(
    int Sent, int Refused, int Replied, int Twice, double Seconds,
    double AnswersPerSecond, Latency Answer, double RepliesPerSecond, Latency Reply)
{
    public static LoadResult Of(Crowd crowd, FakeGraph graph, int first, bool replies)
    {
        var sentAt = crowd.SentAt[first..crowd.Sent];
        var answeredAt = crowd.AnsweredAt[first..crowd.Sent];
        var repliedAt = replies ? Enumerable.Range(first, crowd.Sent - first).Select(graph.RepliedAt).ToArray() : [];
        return new LoadResult(
            sentAt.Length, crowd.Refused, repliedAt.Count(t => t != 0), graph.Twice,
            Stopwatch.GetElapsedTime(sentAt[0], Math.Max(answeredAt.Max(), replies ? repliedAt.Max() : 0)).TotalSeconds,
            Rate(sentAt[0], answeredAt), Latency.Of(sentAt, answeredAt),
            replies ? Rate(sentAt[0], repliedAt) : 0, Latency.Of(sentAt, repliedAt));
    }

    private static double Rate(long start, long[] ends) =>
        ends.Count(t => t != 0) / Math.Max(1e-6, Stopwatch.GetElapsedTime(start, ends.Max()).TotalSeconds);
}

internal sealed record Latency(double P50, double P99)
{
    public static Latency Of(long[] starts, long[] ends)
    {
        var times = starts.Zip(ends).Where(p => p.Second != 0).Select(p => Stopwatch.GetElapsedTime(p.First, p.Second).TotalMilliseconds).Order().ToArray();
        return times.Length == 0 ? new Latency(0, 0) : new Latency(times[times.Length / 2], times[(int)(times.Length * 0.99)]);
    }
}
