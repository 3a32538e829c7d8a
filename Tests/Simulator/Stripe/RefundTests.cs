using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class RefundTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_payment_is_given_back_in_parts_and_never_more_than_came()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await PaidIntent(environment);
        var refunds = environment.Stripe.V1.Refunds;
        var part = await refunds.CreateAsync(
            new RefundCreateOptions
            {
                PaymentIntent = intent,
                Amount = 1000,
                Reason = "requested_by_customer",
                Metadata = new() { ["refund"] = "1" },
            },
            cancellationToken: Cancel);
        Assert.Equal(("succeeded", 1000L, "1", "requested_by_customer"), (part.Status, part.Amount, part.Metadata["refund"], part.Reason));
        var charge = await environment.Stripe.V1.Charges.GetAsync(
            part.ChargeId, new ChargeGetOptions { Expand = ["refunds"] }, cancellationToken: Cancel);
        Assert.Equal((1000L, false), (charge.AmountRefunded, charge.Refunded));
        Assert.Single(charge.Refunds);

        var tooMuch = await Assert.ThrowsAsync<StripeException>(() =>
            refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent, Amount = 3981 }, cancellationToken: Cancel));
        Assert.Equal("amount", tooMuch.StripeError.Param);
        Assert.Contains("39.80 eur", tooMuch.StripeError.Message, StringComparison.Ordinal);

        var rest = await refunds.CreateAsync(new RefundCreateOptions { Charge = charge.Id }, cancellationToken: Cancel);
        Assert.Equal(3980, rest.Amount);
        Assert.True((await environment.Stripe.V1.Charges.GetAsync(charge.Id, cancellationToken: Cancel)).Refunded);
        var nothingLeft = await Assert.ThrowsAsync<StripeException>(() =>
            refunds.CreateAsync(new RefundCreateOptions { Charge = charge.Id }, cancellationToken: Cancel));
        Assert.Equal("charge_already_refunded", nothingLeft.StripeError.Code);
        Assert.Equal(
            [rest.Id, part.Id],
            (await refunds.ListAsync(new RefundListOptions { PaymentIntent = intent }, cancellationToken: Cancel)).Select(refund =>
                refund.Id));
        Assert.Equal(part.Id, (await refunds.GetAsync(part.Id, cancellationToken: Cancel)).Id);
    }

    [Fact]
    public async Task A_refund_is_told_with_the_key_that_asked_for_it()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await PaidIntent(environment);
        await environment.Stripe.V1.Refunds.CreateAsync(
            new RefundCreateOptions { PaymentIntent = intent }, new RequestOptions { IdempotencyKey = "rf:7" }, Cancel);
        var created = environment.Verify(await environment.WebhookAsync("refund.created"));
        Assert.Equal("rf:7", created.Request.IdempotencyKey);
        Assert.Equal(4980, ((Refund)created.Data.Object).Amount);
        Assert.IsType<Refund>(environment.Verify(await environment.WebhookAsync("refund.updated")).Data.Object);
        var charge = (Charge)environment.Verify(await environment.WebhookAsync("charge.refunded")).Data.Object;
        Assert.Equal((4980L, true), (charge.AmountRefunded, charge.Refunded));
    }

    [Fact]
    public async Task A_declined_charge_has_nothing_to_give_back()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id, "declined");
        var charge = (await environment.Stripe.V1.Charges.ListAsync(cancellationToken: Cancel)).Single();
        await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { Charge = charge.Id }, cancellationToken: Cancel));
        await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Refunds.CreateAsync(new RefundCreateOptions(), cancellationToken: Cancel));
    }

    private static async Task<string> PaidIntent(StripeTestEnvironment environment)
    {
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id);
        return (await environment.GetAsync(id)).PaymentIntentId;
    }
}
