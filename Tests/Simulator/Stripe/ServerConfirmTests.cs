using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

/// <summary>Payment intents that a shop's server makes and confirms, as Stripe's own tools do to try webhooks.</summary>
public sealed class ServerConfirmTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_test_card_confirmed_by_the_server_is_paid_and_told()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await ConfirmAsync(environment, "pm_card_visa");
        Assert.Equal(("succeeded", 2000L), (intent.Status, intent.AmountReceived));
        Assert.Equal(["payment_intent.created", "charge.succeeded", "payment_intent.succeeded"], await environment.EventTypesAsync());
        var refund = await environment.Stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent.Id },
            cancellationToken: Cancel);
        Assert.Equal(2000, refund.Amount);
    }

    [Theory]
    [InlineData("pm_card_chargeDeclined", "card_declined", "generic_decline")]
    [InlineData("pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds")]
    [InlineData("pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card")]
    [InlineData("pm_card_visa_chargeDeclinedIncorrectCvc", "incorrect_cvc", "incorrect_cvc")]
    public async Task A_declined_card_is_an_error_and_leaves_its_charge_behind(string method, string code, string decline)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var error = (await Assert.ThrowsAsync<StripeException>(() => ConfirmAsync(environment, method))).StripeError;
        Assert.Equal(("card_error", code, decline), (error.Type, error.Code, error.DeclineCode));
        Assert.Equal("requires_payment_method", error.PaymentIntent.Status);
        var charge = await environment.Stripe.V1.Charges.GetAsync(error.Charge, cancellationToken: Cancel);
        Assert.Equal("failed", charge.Status);
        Assert.Contains("payment_intent.payment_failed", await environment.EventTypesAsync());
    }

    [Fact]
    public async Task A_declined_card_is_declined_again_under_its_key_without_a_second_charge()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var twice = new List<string>();
        for (var i = 0; i < 2; i++)
            twice.Add((await Assert.ThrowsAsync<StripeException>(() => ConfirmAsync(environment, "pm_card_chargeDeclined", "once")))
                .StripeError.Charge);
        Assert.Single(twice.Distinct());
        Assert.Single(await environment.Stripe.V1.Charges.ListAsync(cancellationToken: Cancel));
    }

    [Fact]
    public async Task A_card_may_be_tried_again_until_one_pays()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intents = environment.Stripe.V1.PaymentIntents;
        var id = (await Assert.ThrowsAsync<StripeException>(() => ConfirmAsync(environment, "pm_card_chargeDeclined")))
            .StripeError.PaymentIntent.Id;
        var paid = await intents.ConfirmAsync(id, new PaymentIntentConfirmOptions { PaymentMethod = "pm_card_visa" },
            cancellationToken: Cancel);
        Assert.Equal("succeeded", paid.Status);
        var late = await Assert.ThrowsAsync<StripeException>(() => intents.CancelAsync(id, cancellationToken: Cancel));
        Assert.Equal("payment_intent_unexpected_state", late.StripeError.Code);
    }

    [Fact]
    public async Task A_disputed_card_pays_and_loses_the_money_again()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await ConfirmAsync(environment, "pm_card_createDisputeProductNotReceived");
        var dispute = Assert.Single(
            await environment.Stripe.V1.Disputes.ListAsync(new DisputeListOptions { PaymentIntent = intent.Id }, cancellationToken: Cancel)
        );
        Assert.Equal(("product_not_received", 2000L), (dispute.Reason, dispute.Amount));
    }

    [Theory]
    [InlineData("pm_none", "resource_missing")]
    [InlineData("pm_card_mastercard_debit", "not_simulated")]
    public async Task A_method_that_nobody_knows_is_refused_and_nothing_is_kept(string method, string code)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var error = (await Assert.ThrowsAsync<StripeException>(() => ConfirmAsync(environment, method))).StripeError;
        Assert.Equal((code, "payment_method"), (error.Code, error.Param));
        Assert.Empty(await environment.Stripe.V1.PaymentIntents.ListAsync(cancellationToken: Cancel));
        Assert.Empty(await environment.EventTypesAsync());
    }

    [Fact]
    public async Task What_a_checkout_session_pays_with_belongs_to_the_session()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await environment.PaidAsync();
        var wrong = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.PaymentIntents.CancelAsync(intent.Id, cancellationToken: Cancel));
        Assert.Contains("Checkout Session", wrong.Message, StringComparison.Ordinal);
    }

    private static Task<PaymentIntent> ConfirmAsync(StripeTestEnvironment environment, string method, string? key = null) =>
        environment.Stripe.V1.PaymentIntents.CreateAsync(
        new PaymentIntentCreateOptions { Amount = 2000, Currency = "eur", Confirm = true, PaymentMethod = method },
        new RequestOptions { IdempotencyKey = key }, Cancel);
}
