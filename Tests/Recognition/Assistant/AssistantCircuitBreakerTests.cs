using CommerceBot.Recognition.Assistant;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CommerceBot.Tests.Recognition.Assistant;

public sealed class AssistantCircuitBreakerTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly AssistantCircuitBreaker _breaker;

    public AssistantCircuitBreakerTests() => _breaker = new(_time);

    [Fact]
    public void A_model_that_fails_now_and_then_is_asked_on()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.True(_breaker.MayAsk());
            Assert.False(_breaker.NoteFailure());
            _breaker.NoteSuccess();
        }
    }

    [Fact]
    public void A_model_that_fails_five_times_in_a_row_is_left_alone_for_a_minute_and_then_tried_once()
    {
        Assert.Equal([false, false, false, false, true], Enumerable.Range(0, 5).Select(_ => _breaker.NoteFailure()));
        Assert.False(_breaker.MayAsk());
        _time.Advance(AssistantCircuitBreaker.Pause - TimeSpan.FromSeconds(1));
        Assert.False(_breaker.MayAsk());
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_breaker.MayAsk());
        Assert.False(_breaker.MayAsk());
        Assert.False(_breaker.NoteFailure());
        Assert.False(_breaker.MayAsk());
        _time.Advance(AssistantCircuitBreaker.Pause);
        Assert.True(_breaker.MayAsk());
        _breaker.NoteSuccess();
        Assert.True(_breaker.MayAsk());
        Assert.True(_breaker.MayAsk());
    }
}
