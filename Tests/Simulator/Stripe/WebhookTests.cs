using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class WebhookTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_is_told_in_signed_events_of_the_pinned_version()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id);
        var completed = environment.Verify(await environment.WebhookAsync("checkout.session.completed"));
        Assert.Equal(StripeConfiguration.ApiVersion, completed.ApiVersion);
        var session = (Session)completed.Data.Object;
        Assert.Equal((id, "paid", "7K3"), (session.Id, session.PaymentStatus, session.Metadata["order"]));
        Assert.Equal(
            "requires_payment_method",
            ((PaymentIntent)environment.Verify(await environment.WebhookAsync("payment_intent.created")).Data.Object).Status);
        Assert.Equal(
            "7K3",
            ((PaymentIntent)environment.Verify(await environment.WebhookAsync("payment_intent.succeeded")).Data.Object).Metadata["order"]);
        Assert.Equal("7K3", ((Charge)environment.Verify(await environment.WebhookAsync("charge.succeeded")).Data.Object).Metadata["order"]);
        Assert.Equal(completed.Id, (await environment.Stripe.V1.Events.GetAsync(completed.Id, cancellationToken: Cancel)).Id);
        Assert.Single(
            await environment.Stripe.V1.Events.ListAsync(new EventListOptions { Type = "checkout.session.*" }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_decline_is_told_as_failed_and_never_as_completed()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.PayAsync((await environment.CreateAsync()).Id, "declined");
        var intent = (PaymentIntent)environment.Verify(await environment.WebhookAsync("payment_intent.payment_failed")).Data.Object;
        Assert.Equal("card_declined", intent.LastPaymentError.Code);
        Assert.Equal(
            "card_declined", ((Charge)environment.Verify(await environment.WebhookAsync("charge.failed")).Data.Object).FailureCode);
        Assert.Empty(
            await environment.Stripe.V1.Events.ListAsync(
                new EventListOptions { Type = "checkout.session.completed" }, cancellationToken: Cancel));
    }

    [Fact]
    public async Task An_event_that_is_refused_comes_again_with_a_fresh_signature()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        environment.ShopAnswers = n => n < 3 ? 500 : 200;
        var id = (await environment.CreateAsync()).Id;
        await environment.Stripe.V1.Checkout.Sessions.ExpireAsync(id, cancellationToken: Cancel);
        var first = await environment.WebhookAsync("checkout.session.expired");
        var tries = new List<Webhook> { first };
        foreach (var wait in new[] { 1, 2, 4 })
        {
            var next = environment.WebhookAsync("checkout.session.expired");
            // The wait begins once the refusal has been read; until then time has to be offered again.
            while (!next.IsCompleted)
            {
                environment.Time.Advance(TimeSpan.FromSeconds(wait));
                await Task.WhenAny(next, Task.Delay(20, Cancel));
            }
            tries.Add(await next);
        }
        Assert.Equal([500, 500, 500, 200], tries.Select(hook => hook.Answer));
        Assert.Single(tries.Select(hook => hook.Body).Distinct());
        Assert.Equal(4, tries.Select(hook => hook.Signature).Distinct().Count());
        environment.Verify(tries[^1]);
        Assert.Throws<StripeException>(() =>
            EventUtility.ConstructEvent(first.Body, first.Signature, "whsec_other", 300, environment.Time.GetUtcNow().ToUnixTimeSeconds()));
    }

    [Fact]
    public async Task What_was_not_delivered_before_a_restart_is_delivered_after_it()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        environment.ShopAnswers = _ => 503;
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id);
        var refused = await environment.WebhookAsync("checkout.session.completed");
        await environment.CloseAsync();

        await using var reopened = await StripeTestEnvironment.OpenAsync(environment.Folder, StripeTestEnvironment.Opening.AddDays(1));
        Task<Webhook> again = reopened.WebhookAsync("checkout.session.completed");
        while (!again.IsCompleted)
        {
            reopened.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(again, Task.Delay(20, Cancel));
        }
        var repeated = await again;
        Assert.Equal(refused.Body, repeated.Body);
        Assert.Equal(id, ((Session)reopened.Verify(repeated).Data.Object).Id);
    }

    [Fact]
    public async Task Delivery_can_be_stopped_and_resumed()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("webhooks/stop");
        await environment.PayAsync((await environment.CreateAsync()).Id);
        Assert.Equal(4, (await environment.LedgerAsync()).GetProperty("webhooks").GetProperty("undelivered").GetInt32());
        await environment.ControlAsync("webhooks/resume");
        await environment.WebhookAsync("checkout.session.completed");
    }
}
