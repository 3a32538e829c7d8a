using System.Net;
using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class DisputeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dispute_takes_the_money_and_is_told()
    {
        await using var town = await StripeTown.OpenAsync();
        var (intent, id) = await DisputedAsync(town, new { amount = 1200, reason = "product_not_received" });
        var dispute = await town.Stripe.V1.Disputes.GetAsync(id, new DisputeGetOptions { Expand = ["charge", "payment_intent"] }, cancellationToken: Cancel);
        Assert.Equal((1200L, "product_not_received", "needs_response", "eur"), (dispute.Amount, dispute.Reason, dispute.Status, dispute.Currency));
        Assert.Equal((intent.LatestChargeId, true, intent.Id), (dispute.Charge.Id, dispute.Charge.Disputed, dispute.PaymentIntent.Id));
        Assert.Equal("visa", dispute.PaymentMethodDetails.Card.Brand);
        Assert.Equal(["charge.dispute.created", "charge.dispute.funds_withdrawn"], (await town.EventTypesAsync())[^2..]);
        Assert.Equal(id, ((Dispute)town.Verify(await town.WebhookAsync("charge.dispute.created")).Data.Object).Id);
        Assert.Equal(4980 - 1200, (await town.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)).Available.Single().Amount);
    }

    [Theory]
    [InlineData("won", new[] { "charge.dispute.closed", "charge.dispute.funds_reinstated" }, 4980)]
    [InlineData("lost", new[] { "charge.dispute.closed" }, 0)]
    public async Task A_dispute_ends_once(string status, string[] told, long left)
    {
        await using var town = await StripeTown.OpenAsync();
        var (_, id) = await DisputedAsync(town, new { });
        var from = (await town.EventTypesAsync()).Length;
        await town.ControlAsync($"disputes/{id}/close", new { status });
        Assert.Equal(told, await town.EventTypesAsync(from));
        Assert.Equal(status, (await town.Stripe.V1.Disputes.GetAsync(id, cancellationToken: Cancel)).Status);
        Assert.Equal(left, (await town.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)).Available.Single().Amount);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.TryControlAsync($"disputes/{id}/close", new { status })).Status);
    }

    [Fact]
    public async Task A_shop_that_gives_in_has_lost()
    {
        await using var town = await StripeTown.OpenAsync();
        var (_, id) = await DisputedAsync(town, new { });
        Assert.Equal("lost", (await town.Stripe.V1.Disputes.CloseAsync(id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task What_is_charged_back_cannot_be_refunded_unless_the_shop_won()
    {
        await using var town = await StripeTown.OpenAsync();
        var (intent, id) = await DisputedAsync(town, new { });
        var refund = new RefundCreateOptions { PaymentIntent = intent.Id };
        var refused = await Assert.ThrowsAsync<StripeException>(() => town.Stripe.V1.Refunds.CreateAsync(refund, cancellationToken: Cancel));
        Assert.Equal(("charge_disputed", HttpStatusCode.BadRequest), (refused.StripeError.Code, refused.HttpStatusCode));
        await town.ControlAsync($"disputes/{id}/close", new { status = "won" });
        Assert.Equal("succeeded", (await town.Stripe.V1.Refunds.CreateAsync(refund, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task Disputes_are_found_by_charge_and_by_payment_intent()
    {
        await using var town = await StripeTown.OpenAsync();
        var (intent, id) = await DisputedAsync(town, new { });
        await DisputedAsync(town, new { });
        var disputes = town.Stripe.V1.Disputes;
        Assert.Equal(id, (await disputes.ListAsync(new DisputeListOptions { Charge = intent.LatestChargeId }, cancellationToken: Cancel)).Single().Id);
        Assert.Equal(id, (await disputes.ListAsync(new DisputeListOptions { PaymentIntent = intent.Id }, cancellationToken: Cancel)).Single().Id);
        Assert.Equal(2, (await disputes.ListAsync(cancellationToken: Cancel)).Count());
        Assert.Equal(2, (await town.LedgerAsync()).GetProperty("disputes").GetArrayLength());
    }

    [Fact]
    public async Task Only_what_was_paid_can_be_disputed_and_once_at_a_time()
    {
        await using var town = await StripeTown.OpenAsync();
        var (intent, _) = await DisputedAsync(town, new { });
        foreach (var (told, status) in new (object, HttpStatusCode)[] { (new { }, HttpStatusCode.BadRequest), (new { reason = "bored" }, HttpStatusCode.BadRequest) })
            Assert.Equal(status, (await town.TryControlAsync($"charges/{intent.LatestChargeId}/dispute", told)).Status);
        var other = await town.PaidAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await town.TryControlAsync($"charges/{other.LatestChargeId}/dispute", new { amount = 4981 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.TryControlAsync("charges/ch_none/dispute", new { })).Status);
    }

    private static async Task<(PaymentIntent Intent, string Dispute)> DisputedAsync(StripeTown town, object told)
    {
        var intent = await town.PaidAsync();
        return (intent, (await town.ControlAsync($"charges/{intent.LatestChargeId}/dispute", told)).GetProperty("id").GetString()!);
    }
}
