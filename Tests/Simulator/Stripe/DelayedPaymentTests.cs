using Stripe;
using Stripe.Checkout;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class DelayedPaymentTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_debit_completes_the_session_and_leaves_it_unpaid()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        Assert.Equal("processing", await environment.PayAsync(id, new { card = "async" }));

        var session = await environment.GetAsync(id, "payment_intent.latest_charge");
        Assert.Equal(("complete", "unpaid"), (session.Status, session.PaymentStatus));
        Assert.Equal(["card", "sepa_debit"], session.PaymentMethodTypes);
        Assert.Equal(("processing", 0L), (session.PaymentIntent.Status, session.PaymentIntent.AmountReceived));
        var charge = session.PaymentIntent.LatestCharge;
        Assert.Equal(
            ("pending", false, "sepa_debit", "3201"),
            (charge.Status, charge.Paid, charge.PaymentMethodDetails.Type, charge.PaymentMethodDetails.SepaDebit.Last4));
        Assert.Equal(
            ["payment_intent.created", "charge.pending", "payment_intent.processing", "checkout.session.completed"],
            await environment.EventTypesAsync());
        Assert.Equal(
            "unpaid", ((Session)environment.Verify(await environment.WebhookAsync("checkout.session.completed")).Data.Object).PaymentStatus
        );
        Assert.Equal("not_open", await environment.PayAsync(id, new { card = "success" }));
    }

    [Fact]
    public async Task A_debit_that_comes_is_paid_later()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id, new { card = "async" });
        await environment.ControlAsync($"sessions/{id}/settle", new { outcome = "succeeded" });

        Assert.Equal(
            ["charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded"],
            await environment.EventTypesAsync(from: 4));
        var session = await environment.GetAsync(id, "payment_intent.latest_charge");
        Assert.Equal(
            ("complete", "paid", "succeeded", "succeeded"),
            (session.Status, session.PaymentStatus, session.PaymentIntent.Status, session.PaymentIntent.LatestCharge.Status));
        Assert.Equal(
            "paid",
            (
                (Session)environment.Verify(await environment.WebhookAsync("checkout.session.async_payment_succeeded")).Data.Object
            ).PaymentStatus);
        var (status, _) = await environment.TryControlAsync($"sessions/{id}/settle", new { outcome = "failed" });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_debit_that_does_not_come_leaves_the_session_complete_and_unpaid_for_ever()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id, new { card = "async" });
        await environment.ControlAsync($"sessions/{id}/settle", new { outcome = "failed" });

        Assert.Equal(
            ["charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed"],
            await environment.EventTypesAsync(from: 4));
        var session = await environment.GetAsync(id, "payment_intent.latest_charge");
        Assert.Equal(
            ("complete", "unpaid", "requires_payment_method"), (session.Status, session.PaymentStatus, session.PaymentIntent.Status));
        Assert.Equal(
            ("failed", "insufficient_funds"), (session.PaymentIntent.LatestCharge.Status, session.PaymentIntent.LastPaymentError.Code));
        var refused = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Checkout.Sessions.ExpireAsync(id, cancellationToken: Cancel));
        Assert.Contains("`complete`", refused.StripeError.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_come_yet_cannot_be_refunded_or_disputed()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await environment.PaidAsync("async");
        var refused = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent.Id }, cancellationToken: Cancel));
        Assert.Equal($"This PaymentIntent ({intent.Id}) does not have a successful charge to refund.", refused.StripeError.Message);
        Assert.Equal(
            System.Net.HttpStatusCode.BadRequest,
            (await environment.TryControlAsync($"charges/{intent.LatestChargeId}/dispute", new { })).Status);
    }

    [Fact]
    public async Task A_debit_under_way_survives_a_restart_and_the_end_of_the_sessions_time()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id, new { card = "async" });
        await environment.CloseAsync();

        await using var later = await StripeTestEnvironment.OpenAsync(environment.Folder, StripeTestEnvironment.Opening.AddDays(2));
        Assert.Equal("complete", (await later.GetAsync(id)).Status);
        await later.ControlAsync($"sessions/{id}/settle", new { outcome = "succeeded" });
        Assert.Equal("paid", (await later.GetAsync(id)).PaymentStatus);
    }

    [Theory]
    [InlineData("usd", null, null, new[] { "card" })]
    [InlineData("eur", null, "sepa_debit", new[] { "card" })]
    [InlineData("eur", "sepa_debit", null, new[] { "sepa_debit" })]
    [InlineData("eur", "card", null, new[] { "card" })]
    [InlineData("usd", "sepa_debit", null, null)]
    [InlineData("eur", "paypal", null, null)]
    public async Task A_session_offers_what_the_shop_allows_and_the_currency_knows(
        string currency, string? allowed, string? excluded, string[]? offered)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var options = StripeTestEnvironment.Cart(currency: currency);
        options.AllowedPaymentMethodTypes = allowed is null ? null : [allowed];
        options.ExcludedPaymentMethodTypes = excluded is null ? null : [excluded];
        if (offered is null)
        {
            await Assert.ThrowsAsync<StripeException>(() => environment.CreateAsync(options));
            return;
        }
        var session = await environment.CreateAsync(options);
        Assert.Equal(offered, session.PaymentMethodTypes);
        Assert.Equal(offered.Contains("sepa_debit") ? "processing" : "refused", await PayByDebit(environment, session.Id));
    }

    private static async Task<string> PayByDebit(StripeTestEnvironment environment, string id) =>
        (await environment.TryControlAsync($"sessions/{id}/pay", new { card = "async" })).Answer.GetProperty("outcome").GetString()!;
}
