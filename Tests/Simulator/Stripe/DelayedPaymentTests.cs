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
        await using var town = await StripeTown.OpenAsync();
        var id = (await town.CreateAsync()).Id;
        Assert.Equal("processing", await town.PayAsync(id, new { card = "async" }));

        var session = await town.GetAsync(id, "payment_intent.latest_charge");
        Assert.Equal(("complete", "unpaid"), (session.Status, session.PaymentStatus));
        Assert.Equal(["card", "sepa_debit"], session.PaymentMethodTypes);
        Assert.Equal(("processing", 0L), (session.PaymentIntent.Status, session.PaymentIntent.AmountReceived));
        var charge = session.PaymentIntent.LatestCharge;
        Assert.Equal(("pending", false, "sepa_debit", "3201"), (charge.Status, charge.Paid, charge.PaymentMethodDetails.Type, charge.PaymentMethodDetails.SepaDebit.Last4));
        Assert.Equal(["payment_intent.created", "charge.pending", "payment_intent.processing", "checkout.session.completed"], await town.EventTypesAsync());
        Assert.Equal("unpaid", ((Session)town.Verify(await town.WebhookAsync("checkout.session.completed")).Data.Object).PaymentStatus);
        Assert.Equal("not_open", await town.PayAsync(id, new { card = "success" }));
    }

    [Fact]
    public async Task A_debit_that_comes_is_paid_later()
    {
        await using var town = await StripeTown.OpenAsync();
        var id = (await town.CreateAsync()).Id;
        await town.PayAsync(id, new { card = "async" });
        await town.ControlAsync($"sessions/{id}/settle", new { outcome = "succeeded" });

        Assert.Equal(["charge.succeeded", "payment_intent.succeeded", "checkout.session.async_payment_succeeded"], await town.EventTypesAsync(from: 4));
        var session = await town.GetAsync(id, "payment_intent.latest_charge");
        Assert.Equal(("complete", "paid", "succeeded", "succeeded"), (session.Status, session.PaymentStatus, session.PaymentIntent.Status, session.PaymentIntent.LatestCharge.Status));
        Assert.Equal("paid", ((Session)town.Verify(await town.WebhookAsync("checkout.session.async_payment_succeeded")).Data.Object).PaymentStatus);
        var (status, _) = await town.TryControlAsync($"sessions/{id}/settle", new { outcome = "failed" });
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, status);
    }

    [Fact]
    public async Task A_debit_that_does_not_come_leaves_the_session_complete_and_unpaid_for_ever()
    {
        await using var town = await StripeTown.OpenAsync();
        var id = (await town.CreateAsync()).Id;
        await town.PayAsync(id, new { card = "async" });
        await town.ControlAsync($"sessions/{id}/settle", new { outcome = "failed" });

        Assert.Equal(["charge.failed", "payment_intent.payment_failed", "checkout.session.async_payment_failed"], await town.EventTypesAsync(from: 4));
        var session = await town.GetAsync(id, "payment_intent.latest_charge");
        Assert.Equal(("complete", "unpaid", "requires_payment_method"), (session.Status, session.PaymentStatus, session.PaymentIntent.Status));
        Assert.Equal(("failed", "insufficient_funds"), (session.PaymentIntent.LatestCharge.Status, session.PaymentIntent.LastPaymentError.Code));
        var refused = await Assert.ThrowsAsync<StripeException>(() => town.Stripe.V1.Checkout.Sessions.ExpireAsync(id, cancellationToken: Cancel));
        Assert.Contains("`complete`", refused.StripeError.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_not_come_yet_cannot_be_refunded_or_disputed()
    {
        await using var town = await StripeTown.OpenAsync();
        var intent = await town.PaidAsync("async");
        var refused = await Assert.ThrowsAsync<StripeException>(() => town.Stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent.Id }, cancellationToken: Cancel));
        Assert.Equal($"This PaymentIntent ({intent.Id}) does not have a successful charge to refund.", refused.StripeError.Message);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, (await town.TryControlAsync($"charges/{intent.LatestChargeId}/dispute", new { })).Status);
    }

    [Fact]
    public async Task A_debit_under_way_survives_a_restart_and_the_end_of_the_sessions_time()
    {
        var town = await StripeTown.OpenAsync();
        var id = (await town.CreateAsync()).Id;
        await town.PayAsync(id, new { card = "async" });
        await town.CloseAsync();

        await using var later = await StripeTown.OpenAsync(town.Folder, StripeTown.Opening.AddDays(2));
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
    public async Task A_session_offers_what_the_shop_allows_and_the_currency_knows(string currency, string? allowed, string? excluded, string[]? offered)
    {
        await using var town = await StripeTown.OpenAsync();
        var options = StripeTown.Cart(currency: currency);
        options.AllowedPaymentMethodTypes = allowed is null ? null : [allowed];
        options.ExcludedPaymentMethodTypes = excluded is null ? null : [excluded];
        if (offered is null)
        {
            await Assert.ThrowsAsync<StripeException>(() => town.CreateAsync(options));
            return;
        }
        var session = await town.CreateAsync(options);
        Assert.Equal(offered, session.PaymentMethodTypes);
        Assert.Equal(offered.Contains("sepa_debit") ? "processing" : "refused", await PayByDebit(town, session.Id));
    }

    private static async Task<string> PayByDebit(StripeTown town, string id) =>
        (await town.TryControlAsync($"sessions/{id}/pay", new { card = "async" })).Answer.GetProperty("outcome").GetString()!;
}
