using CommerceBot.Runtime;
using CommerceBot.Storage.Sqlite;
using CommerceBot.Storage.Sqlite.Rows;
using CommerceBot.Storage.Encryption;
using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>What comes by itself: timers that fall due, and rows that another process wrote.</summary>
public sealed class TimerTests
{
    private readonly Notes _notes = new();

    [Fact]
    public async Task A_timer_comes_when_it_is_due_and_once()
    {
        await using var shop = await OpenAsync(turn => Set(turn, "late", TimeSpan.FromMinutes(10)));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.StepAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_notes.Lines);
        await shop.StepAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["timer late"], _notes.Lines);
        await shop.PassAsync(TimeSpan.FromHours(2));
        Assert.Equal(["timer late"], _notes.Lines);
    }

    [Fact]
    public async Task A_later_setting_of_the_same_name_counts_and_a_cancelled_one_never_comes()
    {
        await using var shop = await OpenAsync(turn =>
        {
            if (turn.Activity.Text == "cancel")
                turn.TurnState.Get<ITurnTimers>().Cancel("gone");
            Set(turn, "late", TimeSpan.FromMinutes(10));
            if (turn.Activity.Text != "cancel")
                Set(turn, "gone", TimeSpan.FromMinutes(10));
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("set");
        await shop.StepAsync(TimeSpan.FromMinutes(6));
        await anna.SayAsync("cancel");
        await shop.StepAsync(TimeSpan.FromMinutes(6));
        Assert.Empty(_notes.Lines);
        await shop.StepAsync(TimeSpan.FromMinutes(4));
        Assert.Equal(["timer late"], _notes.Lines);
    }

    [Fact]
    public async Task An_earlier_timer_wakes_before_a_later_one_that_was_set_first()
    {
        await using var shop = await OpenAsync(turn =>
            Set(turn, turn.Activity.Text!, TimeSpan.FromMinutes(turn.Activity.Text == "first" ? 1 : 50)));
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("second");
        await anna.SayAsync("first");
        await shop.StepAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(["timer first"], _notes.Lines);
        await shop.StepAsync(TimeSpan.FromMinutes(49));
        Assert.Equal(["timer first", "timer second"], _notes.Lines);
    }

    [Fact]
    public async Task A_timer_that_fell_due_while_the_shop_was_closed_comes_when_it_opens()
    {
        await using var shop = await OpenAsync(turn => Set(turn, "late", TimeSpan.FromMinutes(10)));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.CloseAsync();
        await shop.JumpAsync(TimeSpan.FromDays(1));
        await shop.OpenAsync();

        Assert.Equal(["timer late"], _notes.Lines);
    }

    [Fact]
    public async Task A_timer_may_be_set_for_a_time_that_is_past()
    {
        await using var shop = await OpenAsync(turn => Set(turn, "at once", -TimeSpan.FromMinutes(1)));
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        await shop.StepAsync(TimeSpan.FromMilliseconds(1));

        Assert.Equal(["timer at once"], _notes.Lines);
    }

    [Fact]
    public async Task Timers_come_again_after_the_store_failed_for_a_moment()
    {
        FlakyStore? store = null;
        await using var shop = await OpenAsync(turn => Set(turn, "late", TimeSpan.FromMinutes(10)), made => store = made);
        await (await Chat.OpenAsync(shop, "anna")).SayAsync("go");
        store!.Fail(nameof(IRuntimeStore.MoveDueTimersAsync));
        await shop.StepAsync(TimeSpan.FromMinutes(10));
        Assert.Empty(_notes.Lines);
        await shop.StepAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(["timer late"], _notes.Lines);
    }

    [Fact]
    public async Task A_command_of_another_process_is_carried_out_within_a_quarter_of_a_second()
    {
        await using var shop = await OpenAsync(_ => { });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SayAsync("ciao");
        using (var session = shop.Get<Database>().OpenSession())
        {
            var lane = session["SELECT id FROM lane"];
            lane.Step();
            var (id, body) = (lane.Text(0), SchemaJson.Write(new Activity { Type = ActivityTypes.Event, Name = "ship" }));
            lane.Reset();
            InboxStatements.TryInsert(
                session, "command-1", id, RowKind.Command, shop.Get<FieldEncryptor>().Encrypt(body), shop.Time.GetUtcNow());
        }

        Assert.Empty(_notes.Lines);
        // Nobody is asked to look: the host's own look must find it.
        var idleTracker = shop.Get<IdleTracker>();
        var starts = idleTracker.Starts;
        await shop.JumpAsync(TimeSpan.FromMilliseconds(250));
        await Eventually.SeeAsync(
            () => Task.FromResult(idleTracker.Starts > starts ? this : null), TimeSpan.FromMinutes(1), () => "nothing began",
            TestContext.Current.CancellationToken);
        await shop.SettleAsync();
        Assert.Equal(["command ship"], _notes.Lines);
    }

    private static void Set(ITurnContext turn, string name, TimeSpan after) =>
        turn
            .TurnState.Get<ITurnTimers>()
            .Set(name, turn.TurnState.Get<TimeProvider>()!.GetUtcNow() + after, new Activity { Type = ActivityTypes.Event, Name = name });

    private async Task<ShopHost> OpenAsync(Action<ITurnContext> onMessage, Action<FlakyStore>? flaky = null)
    {
        ShopHost? shop = null;
        shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            Bot = all => new DelegateBot((turn, _) =>
            {
                turn.TurnState.Set((TimeProvider)all.GetService(typeof(TimeProvider))!);
                if (turn.Activity.Type == ActivityTypes.Message)
                    onMessage(turn);
                else
                    _notes.Add($"{OriginOf(turn)} {turn.Activity.Name}");
                return Task.CompletedTask;
            }),
            LastWord = flaky is null ? null : services => FlakyStore.PutInto(services, flaky),
        });
        return shop;
    }

    private static string OriginOf(ITurnContext turn) =>
        ((System.Security.Claims.ClaimsIdentity)turn.TurnState.Get<System.Security.Principal.IIdentity>(BotAdapter.BotIdentityKey))
            .FindFirst("commercebot:origin")!
            .Value;
}
