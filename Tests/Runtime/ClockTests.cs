using CommerceBot.Runtime;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>Machines sleep, and their clocks are set. Nobody waits for an answer because of it.</summary>
public sealed class ClockTests
{
    private readonly Notes _notes = new();

    /// <summary>In seconds: a late time sync, summer time done wrong, a night's sleep, a battery that ran out.</summary>
    public static TheoryData<double> Steps => [-34_000_000, -86_400, -3_600, -30, -2, 2, 30, 3_700, 86_400, 3_000_000];

    [Theory, MemberData(nameof(Steps))]
    public async Task A_new_shopper_is_answered_after_the_clock_was_set(double seconds)
    {
        await using var shop = await ShopHost.WithEchoAsync();
        await (await Chat.OpenAsync(shop, "bruno")).SayAsync("salve");
        await shop.SetClockAsync(TimeSpan.FromSeconds(seconds));
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("ciao");
        await shop.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("1 ciao", await anna.TranscriptAsync(), StringComparison.Ordinal);
    }

    /// <summary>Not beyond the 24 hours in which Messenger takes an answer.</summary>
    [Theory]
    [InlineData(-86_400)]
    [InlineData(-3_600)]
    [InlineData(-2)]
    [InlineData(2)]
    [InlineData(3_700)]
    [InlineData(80_000)]
    public async Task A_new_shopper_is_answered_though_the_clock_is_set_while_messenger_is_asked_who_they_are(double seconds)
    {
        await using var shop = await ShopHost.StartAsync(SlowProfiles.Of(TimeSpan.FromMinutes(4)) with
        {
            Bot = all => new EchoBot(all.GetRequiredService<ConversationState>()),
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("ciao");
        await shop.SetClockAsync(TimeSpan.FromSeconds(seconds));
        await shop.StepAsync(TimeSpan.FromSeconds(2));
        await shop.StepAsync(TimeSpan.FromSeconds(1));

        Assert.Contains("1 ciao", await anna.TranscriptAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(601)]
    [InlineData(7_200)]
    [InlineData(86_400)]
    public async Task A_timer_that_fell_due_while_the_machine_slept_comes_when_it_wakes(double seconds)
    {
        await using var shop = await OpenAsync(TimeSpan.FromMinutes(10));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.SetClockAsync(TimeSpan.FromSeconds(seconds));

        Assert.Equal(["late"], _notes.Lines);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(-7_200)]
    [InlineData(-86_400)]
    public async Task A_timer_comes_after_the_time_that_was_meant_though_the_clock_was_set_back(double seconds)
    {
        await using var shop = await OpenAsync(TimeSpan.FromMinutes(10));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.SetClockAsync(TimeSpan.FromSeconds(seconds));
        await shop.StepAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(_notes.Lines);
        await shop.StepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["late"], _notes.Lines);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_while_the_store_fails_moves_the_timers_once()
    {
        FlakyStore? store = null;
        await using var shop = await OpenAsync(TimeSpan.FromMinutes(10), made => store = made);
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        store!.Fail(nameof(IRuntimeStore.MoveDueTimersAsync), 2);
        await shop.SetClockAsync(TimeSpan.FromHours(-5));
        await shop.StepAsync(TimeSpan.FromMinutes(9));
        Assert.Empty(_notes.Lines);
        await shop.StepAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(["late"], _notes.Lines);
    }

    [Theory]
    [InlineData(3_600, 0)]
    [InlineData(86_400, 0)]
    [InlineData(-3_600, 600)]
    [InlineData(-86_400, 600)]
    public async Task A_call_that_waits_is_tried_again_when_its_pause_is_over_by_any_clock(double seconds, double then)
    {
        var calls = Busy(TimeSpan.FromMinutes(10));
        await using var shop = await ShopHost.StartAsync(With(calls));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.SetClockAsync(TimeSpan.FromSeconds(seconds));
        Assert.Equal(then == 0 ? 2 : 1, calls.Tried.Count);
        await shop.StepAsync(TimeSpan.FromSeconds(then));

        Assert.Equal(2, calls.Tried.Count);
    }

    [Fact]
    public async Task A_call_waits_for_an_hour_at_most_where_the_clock_was_set_back_while_the_shop_was_closed()
    {
        var calls = Busy(TimeSpan.FromMinutes(10));
        await using var shop = await ShopHost.StartAsync(With(calls));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.CloseAsync();
        shop.Time.Set(TimeSpan.FromDays(-2));
        await shop.OpenAsync();
        await shop.PassAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, calls.Tried.Count);
    }

    [Fact]
    public void Drift_is_told_once_it_adds_up_and_an_even_clock_never()
    {
        var time = new SettableClock(ShopHost.Opening);
        var clock = new WallClock(time);
        var told = new List<TimeSpan>();
        clock.Listen(told.Add);
        for (var hour = 0; hour < 48; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            clock.Look();
        }

        Assert.Empty(told);
        for (var look = 0; look < 10; look++)
        {
            time.Set(TimeSpan.FromMilliseconds(-60));
            clock.Look();
        }

        Assert.Equal([TimeSpan.FromMilliseconds(-540)], told);
    }

    private static TestCalls Busy(TimeSpan pause) => new()
    {
        Lives = TimeSpan.FromDays(3),
        Answer = (_, tries) => tries == 0 ? new Outcome.Later("busy", pause) : new Outcome.Done(),
    };

    private static ShopHostOptions With(TestCalls calls) => new()
    {
        Services = services => services.AddSingleton<IOutboxSender>(calls),
        Bot = _ => new DelegateBot((turn, _) =>
        {
            TestCalls.Ask(turn, "one");
            return Task.CompletedTask;
        }),
    };

    private Task<ShopHost> OpenAsync(TimeSpan after, Action<FlakyStore>? flaky = null) => ShopHost.StartAsync(new ShopHostOptions
    {
        Bot = all => new DelegateBot((turn, _) =>
        {
            var due = all.GetRequiredService<TimeProvider>().GetUtcNow() + after;
            if (turn.Activity.Type == ActivityTypes.Message)
                turn.TurnState.Get<ITurnTimers>().Set("late", due, new Activity { Type = ActivityTypes.Event, Name = "late" });
            else
                _notes.Add(turn.Activity.Name);
            return Task.CompletedTask;
        }),
        LastWord = flaky is null ? null : services => FlakyStore.PutInto(services, flaky),
    });
}
