namespace CommerceBot.Recognition.Assistant;

/// <summary>
/// A circuit breaker: after some failures in a row nothing is asked for a while, and shoppers get the usual answer at once. After each
/// pause one question may try; any answer closes the circuit. Kept in memory: a start finds out anew.
/// </summary>
internal sealed class AssistantCircuitBreaker(TimeProvider time)
{
    public const int FailuresInARow = 5;

    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private int _failures;
    private long _opened;

    /// <summary>Whether a question may be asked now; while the circuit is open, true once after each pause.</summary>
    public bool MayAsk()
    {
        lock (_lock)
        {
            if (_failures < FailuresInARow)
                return true;
            if (time.GetElapsedTime(_opened) < Pause)
                return false;
            _opened = time.GetTimestamp();
            return true;
        }
    }

    /// <returns>Whether this failure opened the circuit.</returns>
    public bool NoteFailure()
    {
        lock (_lock)
        {
            _failures++;
            if (_failures < FailuresInARow)
                return false;
            _opened = time.GetTimestamp();
            return _failures == FailuresInARow;
        }
    }

    public void NoteSuccess()
    {
        lock (_lock)
            _failures = 0;
    }
}
