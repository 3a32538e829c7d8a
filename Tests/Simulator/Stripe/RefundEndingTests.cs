using System.Net;
using System.Text.Json;
using Stripe;
using Xunit;

namespace CommerceBot.Tests.Simulator.Stripe;

public sealed class RefundEndingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_refund_that_waits_counts_until_it_fails()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { refunds = new { pending = 1.0 } });
        var intent = await environment.PaidAsync();
        var from = (await environment.EventTypesAsync()).Length;
        var refund = await RefundAsync(environment, intent.Id, 1000);
        Assert.Equal(("pending", "processing"), (refund.Status, refund.PendingReason));
        Assert.Equal(["refund.created", "charge.refunded"], await environment.EventTypesAsync(from));
        Assert.Equal(1000, (await ChargeAsync(environment, refund)).AmountRefunded);

        await environment.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "failed" });
        Assert.Equal(["refund.updated", "charge.refund.updated", "refund.failed"], await environment.EventTypesAsync(from + 2));
        Assert.Equal(0, (await ChargeAsync(environment, refund)).AmountRefunded);
        var failed = (Refund)environment.Verify(await environment.WebhookAsync("refund.failed")).Data.Object;
        Assert.Equal(("failed", "expired_or_canceled_card"), (failed.Status, failed.FailureReason));
        using var updated = JsonDocument.Parse((await environment.WebhookAsync("charge.refund.updated")).Body);
        Assert.Equal(
            "pending", updated.RootElement.GetProperty("data").GetProperty("previous_attributes").GetProperty("status").GetString());
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await environment.TryControlAsync($"refunds/{refund.Id}/settle", new { outcome = "succeeded" })).Status);

        await environment.ControlAsync("faults", new { });
        Assert.Equal("succeeded", (await RefundAsync(environment, intent.Id, 4980)).Status);
    }

    [Fact]
    public async Task A_refund_that_waits_may_arrive_and_still_come_back()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { refunds = new { pending = 1.0 } });
        var refund = await RefundAsync(environment, (await environment.PaidAsync()).Id, null);
        var from = (await environment.EventTypesAsync()).Length;
        await environment.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "succeeded" });
        Assert.Equal(["refund.updated", "charge.refund.updated"], await environment.EventTypesAsync(from));
        Assert.Equal("succeeded", (await environment.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        await environment.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "failed" });
        Assert.Equal("failed", (await environment.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        Assert.False((await ChargeAsync(environment, refund)).Refunded);
    }

    [Fact]
    public async Task A_refund_whose_fate_is_to_fail_is_answered_as_if_it_might_not()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { refunds = new { fail = 1.0 } });
        var refund = await RefundAsync(environment, (await environment.PaidAsync()).Id, null);
        Assert.Equal("pending", refund.Status);
        Assert.Equal("failed", (await environment.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        Assert.Equal(0, (await ChargeAsync(environment, refund)).AmountRefunded);
        await environment.WebhookAsync("refund.failed");
    }

    [Fact]
    public async Task Only_a_refund_that_waits_for_the_shopper_can_be_cancelled()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await environment.PaidAsync();
        var done = await RefundAsync(environment, intent.Id, 100);
        var refused = await Assert.ThrowsAsync<StripeException>(() =>
            environment.Stripe.V1.Refunds.CancelAsync(done.Id, cancellationToken: Cancel));
        Assert.Contains("`requires_action`", refused.StripeError.Message, StringComparison.Ordinal);

        await environment.ControlAsync("faults", new { refunds = new { requiresAction = 1.0 } });
        var waiting = await RefundAsync(environment, intent.Id, 200);
        Assert.Equal(
            ("requires_action", "display_details", "anna@example.com"),
            (waiting.Status, waiting.NextAction.Type, waiting.NextAction.DisplayDetails.EmailSent.EmailSentTo));
        var cancelled = await environment.Stripe.V1.Refunds.CancelAsync(waiting.Id, cancellationToken: Cancel);
        Assert.Equal(("canceled", "merchant_request"), (cancelled.Status, cancelled.FailureReason));
        Assert.Equal(100, (await ChargeAsync(environment, waiting)).AmountRefunded);
    }

    [Fact]
    public async Task The_refund_of_a_debit_is_a_transfer_and_takes_its_time()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var id = (await environment.CreateAsync()).Id;
        await environment.PayAsync(id, new { card = "async" });
        await environment.ControlAsync($"sessions/{id}/settle", new { outcome = "succeeded" });
        var refund = await RefundAsync(environment, (await environment.GetAsync(id)).PaymentIntentId, null);
        Assert.Equal(("pending", "eu_bank_transfer"), (refund.Status, refund.DestinationDetails.Type));
        await environment.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "succeeded" });
        Assert.Equal("succeeded", (await environment.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task A_refund_in_the_dashboard_is_told_and_found_by_charge_and_payment_intent()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var intent = await environment.PaidAsync();
        await environment.ControlAsync($"charges/{intent.LatestChargeId}/refund", new { amount = 123 });
        var created = environment.Verify(await environment.WebhookAsync("refund.created"));
        Assert.Null(created.Request.Id);
        await environment.ControlAsync($"charges/{intent.LatestChargeId}/refund");
        var refunds = environment.Stripe.V1.Refunds;
        Assert.Equal(
            [4857L, 123L],
            (await refunds.ListAsync(new RefundListOptions { Charge = intent.LatestChargeId }, cancellationToken: Cancel)).Select(refund =>
                refund.Amount));
        Assert.Equal(2, (await refunds.ListAsync(new RefundListOptions { PaymentIntent = intent.Id }, cancellationToken: Cancel)).Count());
        Assert.Empty(
            await refunds.ListAsync(
                new RefundListOptions { Charge = (await environment.PaidAsync()).LatestChargeId }, cancellationToken: Cancel));
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await environment.TryControlAsync($"charges/{intent.LatestChargeId}/refund", new { amount = 1 })).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await environment.TryControlAsync($"charges/{intent.LatestChargeId}/refund", new { amount = -1 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await environment.TryControlAsync("charges/ch_nothing/refund", new { })).Status);
    }

    [Fact]
    public async Task Metadata_of_a_refund_is_changed_key_by_key()
    {
        await using var environment = await StripeTestEnvironment.OpenAsync();
        var refund = await environment.Stripe.V1.Refunds.CreateAsync(
            new RefundCreateOptions
            {
                PaymentIntent = (await environment.PaidAsync()).Id,
                Metadata = new() { ["order"] = "7K3", ["why"] = "late" },
            },
            cancellationToken: Cancel);
        var changed = await environment.Stripe.V1.Refunds.UpdateAsync(
            refund.Id, new RefundUpdateOptions
            {
                Metadata = new() { ["why"] = "", ["by"] = "Anna" },
            },
            cancellationToken: Cancel);
        Assert.Equal(new Dictionary<string, string> { ["order"] = "7K3", ["by"] = "Anna" }, changed.Metadata);
        Assert.Equal(changed.Metadata, (await environment.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Metadata);
    }

    [Fact]
    public async Task A_refund_under_way_survives_a_restart()
    {
        var environment = await StripeTestEnvironment.OpenAsync();
        await environment.ControlAsync("faults", new { refunds = new { pending = 1.0 } });
        var refund = await RefundAsync(environment, (await environment.PaidAsync()).Id, 1000);
        var dispute = await environment.ControlAsync($"charges/{(await environment.PaidAsync()).LatestChargeId}/dispute", new { });
        await environment.CloseAsync();

        await using var reopened = await StripeTestEnvironment.OpenAsync(environment.Folder);
        Assert.Equal("pending", (await reopened.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        Assert.Equal(
            "needs_response",
            (await reopened.Stripe.V1.Disputes.GetAsync(dispute.GetProperty("id").GetString(), cancellationToken: Cancel)).Status);
    }

    private static Task<Refund> RefundAsync(StripeTestEnvironment environment, string intent, long? amount) =>
        environment.Stripe.V1.Refunds.CreateAsync(
            new RefundCreateOptions { PaymentIntent = intent, Amount = amount }, cancellationToken: Cancel);

    private static Task<Charge> ChargeAsync(StripeTestEnvironment environment, Refund refund) =>
        environment.Stripe.V1.Charges.GetAsync(refund.ChargeId, cancellationToken: Cancel);
}
