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
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (intent, id) = await DisputedAsync(environment, new { amount = 1200, reason = "product_not_received" });
        var dispute = await environment.Stripe.V1.Disputes.GetAsync(
            id, new DisputeGetOptions { Expand = ["charge", "payment_intent"] }, cancellationToken: Cancel);
        Assert.Equal(
            (1200L, "product_not_received", "needs_response", "eur"), (dispute.Amount, dispute.Reason, dispute.Status, dispute.Currency));
        Assert.Equal((intent.LatestChargeId, true, intent.Id), (dispute.Charge.Id, dispute.Charge.Disputed, dispute.PaymentIntent.Id));
        Assert.Equal("visa", dispute.PaymentMethodDetails.Card.Brand);
        Assert.Equal(["charge.dispute.created", "charge.dispute.funds_withdrawn"], (await environment.EventTypesAsync())[^2..]);
        Assert.Equal(id, ((Dispute)environment.Verify(await environment.WebhookAsync("charge.dispute.created")).Data.Object).Id);
        Assert.Equal(4980 - 1200, (await environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)).Available.Single().Amount);
    }

    [Theory]
    [InlineData("won", new[] { "charge.dispute.closed", "charge.dispute.funds_reinstated" }, 4980)]
    [InlineData("lost", new[] { "charge.dispute.closed" }, 0)]
    public async Task A_dispute_ends_once(string status, string[] told, long left)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (_, id) = await DisputedAsync(environment, new { });
        var from = (await environment.EventTypesAsync()).Length;
        await environment.ControlAsync($"disputes/{id}/close", new { status });
        Assert.Equal(told, await environment.EventTypesAsync(from));
        Assert.Equal(status, (await environment.Stripe.V1.Disputes.GetAsync(id, cancellationToken: Cancel)).Status);
        Assert.Equal(left, (await environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)).Available.Single().Amount);
        Assert.Equal(HttpStatusCode.BadRequest, (await environment.TryControlAsync($"disputes/{id}/close", new { status })).Status);
    }

    [Fact]
    public async Task A_loss_may_be_appealed_has_a_time_to_answer_of_its_own_and_may_be_won()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (_, id) = await DisputedAsync(environment, new { });
        await environment.ControlAsync($"disputes/{id}/close", new { status = "lost" });
        var from = (await environment.EventTypesAsync()).Length;
        environment.Time.Advance(TimeSpan.FromDays(2));
        await environment.ControlAsync($"disputes/{id}/move", new { status = "appeal_needs_response" });
        var appealed = await environment.Stripe.V1.Disputes.GetAsync(id, cancellationToken: Cancel);
        Assert.Equal("appeal_needs_response", appealed.Status);
        Assert.Equal(appealed.Created.AddDays(22), appealed.EvidenceDetails.DueBy);
        Assert.Equal(0, (await environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)).Available.Single().Amount);
        await environment.ControlAsync($"disputes/{id}/move", new { status = "appeal_under_review" });
        await environment.ControlAsync($"disputes/{id}/close", new { status = "won" });
        Assert.Equal(
            ["charge.dispute.updated", "charge.dispute.updated", "charge.dispute.closed", "charge.dispute.funds_reinstated"],
            await environment.EventTypesAsync(from));
        Assert.Equal(4980, (await environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)).Available.Single().Amount);
    }

    [Fact]
    public async Task What_was_won_and_is_reviewed_again_takes_the_money_again()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (_, id) = await DisputedAsync(environment, new { });
        await environment.ControlAsync($"disputes/{id}/close", new { status = "won" });
        var from = (await environment.EventTypesAsync()).Length;
        await environment.ControlAsync($"disputes/{id}/move", new { status = "under_review" });
        Assert.Equal(["charge.dispute.updated", "charge.dispute.funds_withdrawn"], await environment.EventTypesAsync(from));
        Assert.Equal(0, (await environment.Stripe.V1.Balance.GetAsync(cancellationToken: Cancel)).Available.Single().Amount);
    }

    [Theory]
    [InlineData("appeal_under_review")]
    [InlineData("needs_response")]
    [InlineData("prevented")]
    [InlineData("")]
    public async Task A_dispute_takes_no_step_that_does_not_follow(string status)
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (_, id) = await DisputedAsync(environment, new { });
        Assert.Equal(HttpStatusCode.BadRequest, (await environment.TryControlAsync($"disputes/{id}/move", new { status })).Status);
        Assert.Equal("needs_response", (await environment.Stripe.V1.Disputes.GetAsync(id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task A_shop_that_gives_in_has_lost()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (_, id) = await DisputedAsync(environment, new { });
        Assert.Equal("lost", (await environment.Stripe.V1.Disputes.CloseAsync(id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task What_is_charged_back_cannot_be_refunded_unless_the_shop_won()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (intent, id) = await DisputedAsync(environment, new { });
        var refund = new RefundCreateOptions { PaymentIntent = intent.Id };
        var refused = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Refunds.CreateAsync(refund, cancellationToken: Cancel));
        Assert.Equal(("charge_disputed", HttpStatusCode.BadRequest), (refused.StripeError.Code, refused.HttpStatusCode));
        await environment.ControlAsync($"disputes/{id}/close", new { status = "won" });
        Assert.Equal("succeeded", (await environment.Stripe.V1.Refunds.CreateAsync(refund, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task Disputes_are_found_by_charge_and_by_payment_intent()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (intent, id) = await DisputedAsync(environment, new { });
        await DisputedAsync(environment, new { });
        var disputes = environment.Stripe.V1.Disputes;
        Assert.Equal(
            id, (await disputes.ListAsync(new DisputeListOptions { Charge = intent.LatestChargeId }, cancellationToken: Cancel)).Single().Id
        );
        Assert.Equal(
            id, (await disputes.ListAsync(new DisputeListOptions { PaymentIntent = intent.Id }, cancellationToken: Cancel)).Single().Id);
        Assert.Equal(2, (await disputes.ListAsync(cancellationToken: Cancel)).Count());
        Assert.Equal(2, (await environment.LedgerAsync()).GetProperty("disputes").GetArrayLength());
    }

    [Fact]
    public async Task Only_what_was_paid_can_be_disputed_and_once_at_a_time()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var (intent, _) = await DisputedAsync(environment, new { });
        foreach (
            var (told, status) in new (object, HttpStatusCode)[]
            {
                (new { }, HttpStatusCode.BadRequest),
                (new { reason = "bored" }, HttpStatusCode.BadRequest),
            }
        )
            Assert.Equal(status, (await environment.TryControlAsync($"charges/{intent.LatestChargeId}/dispute", told)).Status);
        var other = await environment.PaidAsync();
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await environment.TryControlAsync($"charges/{other.LatestChargeId}/dispute", new { amount = 4981 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await environment.TryControlAsync("charges/ch_none/dispute", new { })).Status);
    }

    private static async Task<(PaymentIntent Intent, string Dispute)> DisputedAsync(StripeTestEnvironment environment, object told)
    {
        var intent = await environment.PaidAsync();
        return (intent, (await environment.ControlAsync($"charges/{intent.LatestChargeId}/dispute", told)).GetProperty("id").GetString()!);
    }
}
