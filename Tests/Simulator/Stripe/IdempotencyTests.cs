using System.Net;
using CommerceBot.Simulator.Stripe.Api;
using Microsoft.Extensions.DependencyInjection;
using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class IdempotencyTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static RequestOptions Key(string key = "cs:order-7K3:1") => new() { IdempotencyKey = key };

    [Fact]
    public async Task The_same_key_and_parameters_bring_the_same_session_even_after_a_restart()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        var first = await environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel);
        var second = await environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel);
        Assert.Equal(first.Id, second.Id);
        Assert.False(first.StripeResponse.Headers.Contains("Idempotent-Replayed"));
        Assert.Equal("true", second.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
        await environment.CloseAsync();

        await using var reopened = await StripeTestEnvironment.OpenAsync(environment.Folder);
        Assert.Equal(first.Id, (await reopened.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel)).Id);
        Assert.Single(await reopened.Stripe.V1.Checkout.Sessions.ListAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task The_same_key_with_other_parameters_is_an_error()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel);
        var other = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(100), Key(), Cancel));
        Assert.Equal((HttpStatusCode.BadRequest, "idempotency_error"), (other.HttpStatusCode, other.StripeError.Type));
    }

    [Fact]
    public async Task A_key_is_forgotten_after_a_day()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var first = await environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel);
        environment.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        Assert.NotEqual(
            first.Id, (await environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel)).Id);
    }

    [Fact]
    public async Task A_request_that_never_began_does_not_use_up_its_key()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(1, 1), Key(), Cancel));
        Assert.Equal(
            "open", (await environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel)).Status);
    }

    [Fact]
    public async Task A_refusal_after_the_work_began_is_replayed()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id);
        var options = new RefundCreateOptions { PaymentIntent = (await environment.GetAsync(id)).PaymentIntentId, Amount = 9999 };
        var first = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Refunds.CreateAsync(options, Key("rf:1"), Cancel));
        var second = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Refunds.CreateAsync(options, Key("rf:1"), Cancel));
        Assert.Equal(first.StripeError.Message, second.StripeError.Message);
        Assert.Equal("true", second.StripeResponse.Headers.GetValues("Idempotent-Replayed").Single());
    }

    [Fact]
    public async Task A_key_in_flight_is_a_conflict()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        using (environment.Services.GetRequiredService<InFlightKeys>().Enter("cs:order-7K3:1"))
        {
            var conflict = await Assert.ThrowsAsync<StripeException>(() =>
                environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel));
            Assert.Equal((HttpStatusCode.Conflict, "idempotency_key_in_use"), (conflict.HttpStatusCode, conflict.StripeError.Code));
        }
        Assert.Equal(
            "open", (await environment.Stripe.V1.Checkout.Sessions.CreateAsync(StripeTestEnvironment.Cart(), Key(), Cancel)).Status);
    }
}
