using System.Threading.Channels;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>A clock that tells which waits begin, so that a test moves it on only when somebody waits.</summary>
internal sealed class AlarmClock() : FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> alarms = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        alarms.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody waits for just so long, then lets that time pass.</summary>
    public async Task PassAsync(TimeSpan wait)
    {
        while (await alarms.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TestTimeouts.Hang) != wait)
        {
        }

        Advance(wait);
    }
}
