using Microsoft.Bot.Builder.Adapters.Facebook;

namespace CommerceBot.Channels.Messenger;

/// <summary>
/// A circuit breaker: while Graph is down, rows that failed already wait without each of them finding out again. It opens
/// when nothing but refused connections and errors of the server came for a while, so one person's trouble opens it for
/// nobody: any answer closes it. A call that hangs says nothing of Graph, and a row's first try always goes ahead.
/// </summary>
internal sealed class GraphBreaker(TimeProvider time)
{
    private const int FailuresInARow = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private int _failures;
    private long _opened;

    /// <summary>How long a row that failed before has to wait; null when it may be tried. After each pause one may.</summary>
    public TimeSpan? Wait()
    {
        lock (_lock)
        {
            if (_failures < FailuresInARow)
                return null;
            var left = Pause - time.GetElapsedTime(_opened);
            if (left > TimeSpan.Zero)
                return left;
            _opened = time.GetTimestamp();
            return null;
        }
    }

    public void Note(FacebookAnswer answer)
    {
        if (answer.Cause is TimeoutException)
            return;
        var failed = answer is { Succeeded: false, Status: null or >= 500 };
        if (!failed && Volatile.Read(ref _failures) == 0)
            return;
        lock (_lock)
        {
            _failures = failed ? _failures + 1 : 0;
            if (_failures == FailuresInARow)
                _opened = time.GetTimestamp();
        }
    }
}
