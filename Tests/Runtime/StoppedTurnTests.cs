using CommerceBot.Tests.Flows.Support;
using CommerceBot.Tests.Support;
using Xunit;

namespace CommerceBot.Tests.Runtime;

/// <summary>A turn that the end of the process cut off: a closing shop holds nothing against it, a death counts as a try.</summary>
public sealed class StoppedTurnTests
{
    [Fact]
    public async Task A_shop_that_closes_in_the_middle_of_a_turn_runs_it_again_and_holds_nothing_against_it()
    {
        var begun = new TaskCompletionSource();
        var tries = new Notes();
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            SimulatorsApart = true,
            Bot = _ => new DelegateBot(async (turn, cancellationToken) =>
            {
                tries.Add(turn.Activity.Text);
                begun.TrySetResult();
                if (tries.Lines.Count <= 4)
                    await Forever(cancellationToken);
                await turn.SendActivityAsync("eco", cancellationToken: cancellationToken);
            }),
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SendAsync("say", new { text = "ciao" });
        for (var closings = 1; closings <= 4; closings++)
        {
            await begun.Task;
            begun = new TaskCompletionSource();
            await shop.CloseAsync(patient: false);
            await shop.OpenAsync(settle: false);
        }

        Assert.Equal("eco", Assert.Single(await anna.HearAsync()).Text);
        Assert.Equal(5, tries.Lines.Count);
        Assert.Equal(0, Kept.Ask(shop, "SELECT max(attempts) FROM inbox"));
        Assert.Empty(Kept.DeadRows(shop));
    }

    [Fact]
    public async Task A_crash_in_the_middle_of_a_turn_counts_as_a_try_and_the_turn_runs_again()
    {
        var (begun, hold) = (new TaskCompletionSource(), true);
        var tries = new Notes();
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            SimulatorsApart = true,
            Bot = _ => new DelegateBot(async (turn, cancellationToken) =>
            {
                tries.Add(turn.Activity.Text);
                if (Volatile.Read(ref hold))
                {
                    begun.TrySetResult();
                    await Forever(cancellationToken);
                }

                await turn.SendActivityAsync("eco", cancellationToken: cancellationToken);
            }),
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SendAsync("say", new { text = "ciao" });
        await begun.Task;
        Volatile.Write(ref hold, false);
        await shop.CrashAsync();

        Assert.Equal("eco", Assert.Single(await anna.HearAsync()).Text);
        Assert.Equal(["ciao", "ciao"], tries.Lines);
        Assert.Equal(1, Kept.Ask(shop, "SELECT max(attempts) FROM inbox"));
    }

    [Fact]
    public async Task A_row_whose_every_try_killed_the_process_is_not_tried_a_fourth_time()
    {
        var begun = new TaskCompletionSource();
        var tries = new Notes();
        await using var shop = await ShopHost.StartAsync(new ShopHostOptions
        {
            SimulatorsApart = true,
            Bot = _ => new DelegateBot(async (turn, cancellationToken) =>
            {
                tries.Add(turn.Activity.Text);
                if (turn.Activity.Text == "veleno")
                {
                    begun.TrySetResult();
                    await Forever(cancellationToken);
                }

                await turn.SendActivityAsync("eco", cancellationToken: cancellationToken);
            }),
        });
        var anna = await Chat.OpenAsync(shop, "anna");
        await anna.SendAsync("say", new { text = "veleno" });
        for (var deaths = 1; deaths <= 3; deaths++)
        {
            await begun.Task;
            begun = new TaskCompletionSource();
            await shop.CrashAsync(settle: false);
        }

        Assert.Single(await anna.HearAsync());
        Assert.DoesNotContain("eco", anna.Last.Words, StringComparison.Ordinal);
        Assert.Equal("eco", Assert.Single(await anna.SayAsync("dopo")).Text);
        Assert.Equal(["veleno", "veleno", "veleno", "dopo"], tries.Lines);
        Assert.Single(Kept.DeadRows(shop));
    }

    /// <summary>A turn that only the end of the host ends.</summary>
    private static Task Forever(CancellationToken cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken);
}
