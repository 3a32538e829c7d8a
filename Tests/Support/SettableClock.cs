using Microsoft.Extensions.Time.Testing;

namespace CommerceBot.Tests.Support;

/// <summary>A clock that a test moves, and that it may also set: then no timer moves with it, as on a real machine.</summary>
internal sealed class SettableClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private long _set;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _set));

    public override long GetTimestamp() => base.GetUtcNow().UtcTicks;

    /// <summary>Somebody sets the clock, or the machine wakes from a sleep.</summary>
    public void Set(TimeSpan by) => Interlocked.Add(ref _set, by.Ticks);
}
