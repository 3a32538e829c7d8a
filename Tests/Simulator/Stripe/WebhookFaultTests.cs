using System.Text.Json;
using CommerceBot.Simulator.Stripe.Faults;
using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class WebhookFaultTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lost_webhook_never_comes_and_is_no_longer_expected()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { webhooks = new { lose = 1.0 } });
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id);
        await environment.UntilAsync(async () =>
            (await environment.LedgerAsync()).GetProperty("webhooks").GetProperty("undelivered").GetInt32() == 0);
        await environment.ControlAsync("faults", new { });
        await environment.Stripe.V1.Checkout.Sessions.ExpireAsync((await environment.CreateAsync()).Id, cancellationToken: Cancel);
        await environment.WebhookAsync("checkout.session.expired");
        Assert.Equal(["checkout.session.expired"], environment.Received);
        Assert.Equal("paid", (await environment.GetAsync(id)).PaymentStatus);
    }

    [Fact]
    public async Task A_duplicated_webhook_comes_twice_with_the_same_id()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { webhooks = new { duplicate = 1.0, delayMilliseconds = 0 } });
        await environment.ControlAsync($"sessions/{(await environment.CreateAsync()).Id}/expire");
        var (first, second) = (
            await environment.WebhookAsync("checkout.session.expired"), await environment.WebhookAsync("checkout.session.expired"));
        Assert.Equal(first.Body, second.Body);
        await environment.UntilAsync(async () =>
            (await environment.LedgerAsync()).GetProperty("webhooks").GetProperty("undelivered").GetInt32() == 0);
        Assert.Equal(2, environment.Received.Count);
    }

    [Fact]
    public async Task A_delayed_webhook_waits_for_the_clock()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { webhooks = new { delay = 1.0, delayMilliseconds = 5000 } });
        await environment.ControlAsync($"sessions/{(await environment.CreateAsync()).Id}/expire");
        await HasStruckAsync(environment, "webhooks.delay");
        Assert.Empty(environment.Received);
        var coming = environment.WebhookAsync("checkout.session.expired");
        await environment.UntilAsync(() =>
        {
            environment.Time.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(coming.IsCompleted);
        });
        await coming;
    }

    [Fact]
    public async Task A_held_webhook_comes_after_one_that_was_raised_later()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (held, later) = (await environment.CreateAsync(), await environment.CreateAsync());
        await environment.ControlAsync("faults", new { webhooks = new { reorder = 1.0, delayMilliseconds = 60_000 } });
        await environment.ControlAsync($"sessions/{held.Id}/expire");
        await HasStruckAsync(environment, "webhooks.reorder");
        await environment.ControlAsync("faults", new { });
        await environment.ControlAsync($"sessions/{later.Id}/expire");
        var order = new[]
        {
            await environment.WebhookAsync("checkout.session.expired"),
            await environment.WebhookAsync("checkout.session.expired"),
        };
        Assert.Equal([later.Id, held.Id], order.Select(hook => ((global::Stripe.Checkout.Session)environment.Verify(hook).Data.Object).Id));
    }

    [Fact]
    public async Task A_held_webhook_does_not_wait_for_ever_when_nothing_follows()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { webhooks = new { reorder = 1.0, delayMilliseconds = 1000 } });
        await environment.ControlAsync($"sessions/{(await environment.CreateAsync()).Id}/expire");
        var coming = environment.WebhookAsync("checkout.session.expired");
        await environment.UntilAsync(() =>
        {
            environment.Time.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(coming.IsCompleted);
        });
        await coming;
    }

    [Fact]
    public async Task As_many_webhooks_arrive_as_the_dice_let_through()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync(
            "faults", new
            {
                seed = 21,
                webhooks = new
                {
                    duplicate = 0.3,
                    lose = 0.3,
                    reorder = 0.3,
                    delayMilliseconds = 0,
                },
            }
        );
        for (var i = 0; i < 60; i++)
            await environment.ControlAsync($"sessions/{(await environment.CreateAsync()).Id}/expire");
        await environment.UntilAsync(async () =>
            (await environment.LedgerAsync()).GetProperty("webhooks").GetProperty("undelivered").GetInt32() == 0);
        var struck = JsonElement
            .Parse(await environment.Browser.GetStringAsync("/simulator/stripe/control/faults", Cancel))
            .GetProperty("struck");
        var (lost, twice) = (struck.GetProperty("webhooks.lose").GetInt32(), struck.GetProperty("webhooks.duplicate").GetInt32());
        AboutShare(0.3, lost, 60);
        AboutShare(0.3, twice, 60 - lost);
        Assert.Equal(60 - lost + twice, environment.Received.Count);
    }

    [Fact]
    public void Each_share_strikes_about_that_often_and_the_same_webhooks_for_the_same_seed()
    {
        var plan = new FaultPlan { Seed = 3, Webhooks = new WebhookFaults { Duplicate = 0.1, Delay = 0.2, Reorder = 0.3, Lose = 0.05 } };
        var fates = Draw(plan, switches => switches.ForWebhook());
        Assert.Equal(fates, Draw(plan, switches => switches.ForWebhook()));
        Assert.NotEqual(fates, Draw(plan with { Seed = 4 }, switches => switches.ForWebhook()));
        var going = fates.Count(fate => !fate.Lost);
        AboutShare(0.05, fates.Count(fate => fate.Lost), fates.Count);
        AboutShare(0.1, fates.Count(fate => fate.Duplicated), going);
        AboutShare(0.5, fates.Count(fate => fate is { Duplicated: true, DuplicateIsLate: true }), fates.Count(fate => fate.Duplicated));
        AboutShare(0.2, fates.Count(fate => fate.Delay > TimeSpan.Zero), going);
        AboutShare(0.3, fates.Count(fate => fate.Held), going);
    }

    [Fact]
    public void Each_fate_of_a_refund_is_drawn_about_as_often_as_its_share()
    {
        var plan = new FaultPlan { Seed = 11, Refunds = new RefundFaults { Pending = 0.2, Fail = 0.1, RequiresAction = 0.05 } };
        var fates = Draw(plan, switches => switches.ForRefund());
        Assert.Equal(fates, Draw(plan, switches => switches.ForRefund()));
        AboutShare(0.2, fates.Count(fate => fate == RefundFate.Pending), fates.Count);
        AboutShare(0.1, fates.Count(fate => fate == RefundFate.Fail), fates.Count);
        AboutShare(0.05, fates.Count(fate => fate == RefundFate.RequiresAction), fates.Count);
    }

    [Fact]
    public void What_else_is_drawn_meanwhile_changes_no_fate()
    {
        var plan = new FaultPlan { Seed = 3, Webhooks = new WebhookFaults { Lose = 0.5 }, Api = new ApiFaults { Error = 0.5 } };
        var alone = Draw(plan, switches => switches.ForWebhook());
        Assert.Equal(alone, Draw(plan, switches =>
        {
            switches.ForCall("GET", "/v1/balance", "/v1/balance");
            return switches.ForWebhook();
        }));
    }

    private static Task HasStruckAsync(StripeTestEnvironment environment, string fault) =>
        environment.UntilAsync(async () =>
            JsonElement
                .Parse(await environment.Browser.GetStringAsync("/simulator/stripe/control/faults", Cancel))
                .GetProperty("struck")
                .TryGetProperty(fault, out _));

    private static List<T> Draw<T>(FaultPlan plan, Func<FaultSwitches, T> draw)
    {
        var switches = new FaultSwitches();
        switches.Set(plan);
        return [.. Enumerable.Range(0, 4000).Select(_ => draw(switches))];
    }

    /// <summary>Within four standard deviations of what so many throws give.</summary>
    private static void AboutShare(double share, int hits, int of) =>
        Assert.InRange(
            hits, (share * of) - (4 * Math.Sqrt(of * share * (1 - share))), (share * of) + (4 * Math.Sqrt(of * share * (1 - share))));
}
