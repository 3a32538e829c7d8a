using CommerceBot.Channels.Messenger;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder.Adapters.Facebook;
using Xunit;

namespace CommerceBot.Tests.Channels.Messenger;

/// <summary>Some people's calls hang; nobody else waits for them.</summary>
public sealed class BulkheadTests
{
    private const int Places = 4;
    private const int Hanging = 60;

    private readonly SettableClock _time = new(ShopHost.Opening);
    private TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _begun;

    [Fact]
    public async Task Whoever_does_not_hang_goes_ahead_while_many_hang_for_the_first_time()
    {
        using var bulkhead = new Bulkhead(Places, _time);
        var hanging = await HangAsync(bulkhead);
        for (var person = 0; person < 100; person++)
            Assert.Equal(person, await AnswerAsync(bulkhead, $"healthy{person}", person));
        Assert.All(hanging, each => Assert.False(each.IsCompleted));
        _gate.SetResult();
        await Task.WhenAll(hanging);
    }

    [Fact]
    public async Task Those_who_hung_before_take_no_place_from_others_when_they_are_tried_again()
    {
        using var bulkhead = new Bulkhead(Places, _time);
        await HangAndGiveUpAsync(bulkhead);
        Assert.True(bulkhead.IsSlow("hanging0"));
        var again = Begin(bulkhead);

        // Not a moment passes.
        for (var person = 0; person < 100; person++)
            Assert.Equal(person, await AnswerAsync(bulkhead, $"healthy{person}", person));
        Assert.InRange(Volatile.Read(ref _begun), 1, Hanging - 1);
        _gate.SetResult();
        await Task.WhenAll(again);
        Assert.Equal(Hanging, Volatile.Read(ref _begun));
    }

    [Fact]
    public async Task Whoever_is_answered_again_is_like_everybody_else()
    {
        using var bulkhead = new Bulkhead(Places, _time);
        await HangAndGiveUpAsync(bulkhead);
        Assert.Equal(1, await AnswerAsync(bulkhead, "hanging7", 1));
        Assert.False(bulkhead.IsSlow("hanging7"));
        Assert.True(bulkhead.IsSlow("hanging8"));
    }

    [Fact]
    public async Task A_call_that_throws_or_is_given_up_gives_its_place_back()
    {
        using var bulkhead = new Bulkhead(1, _time);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAsync<IOException>(() =>
            bulkhead.RunAsync<int, int>("one", 0, (_, _) => throw new IOException(), CancellationToken.None));
        var first = bulkhead.RunAsync("two", 0, WaitAsync, CancellationToken.None);
        var second = bulkhead.RunAsync("three", 0, WaitAsync, stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        _gate.SetResult();
        await first;
        Assert.Equal(1, await AnswerAsync(bulkhead, "four", 1));
    }

    [Fact]
    public async Task A_look_that_is_due_while_it_is_arranged_is_not_the_last()
    {
        var time = new HastyTime();
        using var bulkhead = new Bulkhead(1, time);
        var first = bulkhead.RunAsync("one", 0, WaitAsync, CancellationToken.None);
        Assert.False(time.IsArmed);
        var second = bulkhead.RunAsync("two", 0, WaitAsync, CancellationToken.None);
        Assert.True(time.IsArmed);
        _gate.SetResult();
        await Task.WhenAll(first, second);
    }

    [Fact]
    public void Only_trouble_of_everybody_opens_the_breaker()
    {
        var breaker = new GraphBreaker(_time);
        for (var call = 0; call < 500; call++)
            breaker.Note(None(new TimeoutException()));
        Assert.Null(breaker.Wait());
        for (var call = 0; call < 500; call++)
        {
            breaker.Note(Failure(500));
            if (call % 10 == 9)
                breaker.Note(call % 20 == 9 ? Answer() : Failure(400));
        }

        Assert.Null(breaker.Wait());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void While_graph_is_down_those_who_failed_wait_and_one_at_a_time_looks_whether_it_is_back(bool refused)
    {
        var breaker = new GraphBreaker(_time);
        for (var call = 0; call < 20; call++)
            breaker.Note(refused ? None(new HttpRequestException()) : Failure(503));
        Assert.NotNull(breaker.Wait());
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(breaker.Wait());
        Assert.NotNull(breaker.Wait());
        _time.Set(TimeSpan.FromDays(-1));
        Assert.InRange(breaker.Wait()!.Value, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        breaker.Note(Answer());
        Assert.Null(breaker.Wait());
    }

    /// <summary>All of them have begun and been slow; nobody has been answered.</summary>
    private async Task<List<Task<int>>> HangAsync(Bulkhead bulkhead)
    {
        var hanging = Begin(bulkhead);
        using var patience = new CancellationTokenSource(TestTimeouts.Hang);
        while (Volatile.Read(ref _begun) < Hanging)
        {
            patience.Token.ThrowIfCancellationRequested();
            _time.Advance(Bulkhead.Prompt);
            await Task.Yield();
        }

        _time.Advance(Bulkhead.Prompt);
        return hanging;
    }

    private List<Task<int>> Begin(Bulkhead bulkhead) =>
    [
        .. Enumerable.Range(0, Hanging)
            .Select(person => bulkhead.RunAsync($"hanging{person}", person, WaitAsync, CancellationToken.None)),
    ];

    private async Task HangAndGiveUpAsync(Bulkhead bulkhead)
    {
        var hanging = await HangAsync(bulkhead);
        _time.Advance(TimeSpan.FromSeconds(10));
        _gate.SetResult();
        await Task.WhenAll(hanging);
        (_gate, _begun) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), 0);
    }

    private async Task<int> WaitAsync(int person, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _begun);
        await _gate.Task.WaitAsync(cancellationToken);
        return person;
    }

    private static async Task<int> AnswerAsync(Bulkhead bulkhead, string lane, int person)
    {
        var answer = bulkhead.RunAsync(lane, person, (same, _) => Task.FromResult(same), CancellationToken.None);
        Assert.True(answer.IsCompleted, $"{lane} waits for somebody.");
        return await answer;
    }

    private static FacebookAnswer Answer() => new() { Class = FacebookErrorClass.None, Status = 200 };

    private static FacebookAnswer Failure(int status) => new() { Class = FacebookErrorClass.UnknownOutcome, Status = status };

    private static FacebookAnswer None(Exception cause) => new() { Class = FacebookErrorClass.NotSent, Cause = cause };

    /// <summary>Its first timer is due at once, in the middle of the call that arms it, as on a machine that stood still there.</summary>
    private sealed class HastyTime : TimeProvider, ITimer
    {
        private bool _wasHasty;
        private long _now;
        private Action _call = () => { };

        public bool IsArmed { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _call = () => callback(state);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            IsArmed = _wasHasty;
            _now += dueTime.Ticks;
            if (!_wasHasty)
            {
                _wasHasty = true;
                _call();
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
