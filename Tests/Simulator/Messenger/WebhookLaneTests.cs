using System.Threading.Channels;
using CommerceBot.Simulator.Messenger.Webhooks;
using CommerceBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Simulator.Messenger;

/// <summary>In which order one conversation's webhooks are tried, each step by hand: no bot, and a clock that stands still.</summary>
public sealed class WebhookLaneTests : IDisposable
{
    private static readonly Outcome Taken = new Outcome.Taken();

    private readonly Channel<(Webhook Webhook, TaskCompletionSource<Outcome> Answer)> _tries =
        Channel.CreateUnbounded<(Webhook, TaskCompletionSource<Outcome>)>();

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private readonly CancellationTokenSource _stopping = new();
    private readonly WebhookLane _lane;

    public WebhookLaneTests() => _lane = new WebhookLane(TryAsync, (_, _) => { }, _ => { }, _time, _stopping.Token);

    public static TheoryData<bool> Refusals => [true, false];

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task An_event_that_fails_while_another_comes_is_tried_again_at_once(bool answered)
    {
        Outcome failed = answered ? new Outcome.Refused("answered 500") : new Outcome.Unreachable("could not be reached");
        var (first, second) = (Event(), Event());
        _lane.Add(first);
        (await NextAsync()).Answer.SetResult(failed);
        var last = await NextAsync();
        _lane.Add(second);
        last.Answer.SetResult(failed);

        List<Webhook> received = [await TakeAsync(), await TakeAsync()];
        Assert.Equal([first, second], received);
    }

    [Fact]
    public async Task An_event_that_fails_alone_waits_for_its_time()
    {
        _lane.Add(Event());
        (await NextAsync()).Answer.SetResult(new Outcome.Refused("answered 500"));
        (await NextAsync()).Answer.SetResult(new Outcome.Refused("answered 500"));
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (_lane.Waiting[0].Attempts < 2)
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.Equal(_time.GetUtcNow() + TimeSpan.FromSeconds(1), _lane.Waiting[0].Due);
        Assert.False(_tries.Reader.TryPeek(out _));
    }

    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private Webhook Event() => new("messages", "1", null, [], _time.GetUtcNow());

    private async Task<Outcome> TryAsync(Webhook webhook, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<Outcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        _tries.Writer.TryWrite((webhook, answer));
        return await answer.Task.WaitAsync(cancellationToken);
    }

    private async Task<Webhook> TakeAsync()
    {
        var (webhook, answer) = await NextAsync();
        answer.SetResult(Taken);
        return webhook;
    }

    private async Task<(Webhook Webhook, TaskCompletionSource<Outcome> Answer)> NextAsync() =>
        await _tries.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TestTimeouts.Hang);
}
