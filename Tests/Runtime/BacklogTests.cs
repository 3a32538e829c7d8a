using CommerceBot.Runtime.Inbox;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>More messages than turns can take wait at the endpoints, and are let in one way or the other.</summary>
public sealed class BacklogTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Who_comes_while_there_is_room_does_not_wait()
    {
        var backlog = Full(Backlog.Most - 1);
        Assert.True(backlog.WaitForSpaceAsync(CancellationToken.None).IsCompletedSuccessfully);
        backlog.Enter();
        var waits = backlog.WaitForSpaceAsync(CancellationToken.None);
        Assert.False(waits.IsCompleted);
        backlog.Leave();
        await waits;
    }

    [Fact]
    public async Task All_who_wait_are_let_in_when_there_is_room()
    {
        var backlog = Full(Backlog.Most + 10);
        var waiting = Enumerable.Range(0, 50).Select(_ => backlog.WaitForSpaceAsync(CancellationToken.None)).ToArray();
        for (var i = 0; i < 10; i++)
            backlog.Leave();
        Assert.DoesNotContain(waiting, waits => waits.IsCompleted);
        backlog.Leave();
        await Task.WhenAll(waiting);
    }

    [Fact]
    public async Task Nobody_waits_longer_than_a_platform_bears_it()
    {
        var waits = Full(Backlog.Most).WaitForSpaceAsync(CancellationToken.None);
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.False(waits.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(2));
        await waits;
    }

    private Backlog Full(int rows)
    {
        var backlog = new Backlog(_time);
        for (var i = 0; i < rows; i++)
            backlog.Enter();
        return backlog;
    }
}
