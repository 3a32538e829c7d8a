using CommerceBot.Runtime;
using CommerceBot.Runtime.Outbox;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Runtime;

public sealed class IdleTrackerTests
{
    private static readonly OutboxId Message = new(7, 0);

    private readonly IdleTracker _idleTracker = new();
    private readonly FakeTimeProvider _time = new(ShopHost.Opening);

    [Fact]
    public void What_is_idle_is_idle_at_once() => Assert.True(_idleTracker.WhenIdleAsync().IsCompleted);

    [Fact]
    public async Task Quiet_comes_with_the_last_end_and_every_beginning_counts_as_a_beat()
    {
        _idleTracker.Begin();
        _idleTracker.Begin();
        var quiet = _idleTracker.WhenIdleAsync();
        _idleTracker.End();
        Assert.False(quiet.IsCompleted);
        _idleTracker.End();
        await quiet;
        Assert.Equal((0, 2L), (_idleTracker.Busy, _idleTracker.Starts));
    }

    [Fact]
    public async Task A_rest_is_quiet_until_the_clock_has_moved()
    {
        _idleTracker.Begin();
        var rest = _idleTracker.WaitAsync(TimeSpan.FromSeconds(5), _time, CancellationToken.None);
        Assert.Equal(0, _idleTracker.Busy);
        await Task.Run(() => _time.Advance(TimeSpan.FromSeconds(5)));
        Assert.Equal(1, _idleTracker.Busy);
        await rest;
    }

    [Fact]
    public async Task A_rest_that_is_cancelled_is_under_way_again()
    {
        _idleTracker.Begin();
        using var stop = new CancellationTokenSource();
        var rest = _idleTracker.WaitAsync(TimeSpan.FromSeconds(5), _time, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rest);
        Assert.Equal(1, _idleTracker.Busy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_waits_for_an_echo_rests_and_is_under_way_from_the_moment_it_is_decided(bool seen)
    {
        var echoes = new PendingEchoes(_idleTracker, _time);
        _idleTracker.Begin();
        using var echo = echoes.Expect(Message);
        var waiting = echo.WithinAsync(TimeSpan.FromSeconds(15), CancellationToken.None);
        echoes.Seen(new OutboxId(8, 0));
        Assert.Equal(0, _idleTracker.Busy);
        if (seen)
            echoes.Seen(Message);
        else
            _time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal(1, _idleTracker.Busy);
        Assert.Equal(seen, await waiting);
        Assert.Equal(1, _idleTracker.Busy);
    }

    [Fact]
    public async Task An_echo_that_came_before_the_wait_ends_it_at_once()
    {
        var echoes = new PendingEchoes(_idleTracker, _time);
        _idleTracker.Begin();
        using var echo = echoes.Expect(Message);
        echoes.Seen(Message);

        Assert.True(await echo.WithinAsync(TimeSpan.FromSeconds(15), CancellationToken.None));
        Assert.Equal(1, _idleTracker.Busy);
    }

    [Fact]
    public async Task A_wait_for_an_echo_that_is_cancelled_is_under_way_again()
    {
        var echoes = new PendingEchoes(_idleTracker, _time);
        _idleTracker.Begin();
        using var stop = new CancellationTokenSource();
        using var echo = echoes.Expect(Message);
        var waiting = echo.WithinAsync(TimeSpan.FromSeconds(15), stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(1, _idleTracker.Busy);
    }
}
