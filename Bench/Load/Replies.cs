using System.Diagnostics;

namespace CommerceBot.Bench.Load;

/// When the reply to each message of one order came. Many threads write at once.
internal sealed class Replies(int first, int most)
{
    private readonly long[] _at = new long[most];
    private int _count;
    private int _twice;

    /// Messages that have their reply.
    public int Count => Volatile.Read(ref _count);

    /// Replies that came a second time.
    public int Twice => Volatile.Read(ref _twice);

    public long[] At(int count) => _at[..count];

    /// A reply to message number so and so; one of an earlier order, or a call that carries none, is passed over.
    public void Take(int number)
    {
        var index = number - first;
        if (index < 0 || index >= most) return;
        if (Interlocked.CompareExchange(ref _at[index], Stopwatch.GetTimestamp(), 0) == 0) Interlocked.Increment(ref _count);
        else Interlocked.Increment(ref _twice);
    }
}
