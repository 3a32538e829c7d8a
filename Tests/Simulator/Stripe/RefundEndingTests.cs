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
        await using var town = await StripeTown.OpenAsync();
        await town.ControlAsync("faults", new { refunds = new { pending = 1.0 } });
        var intent = await town.PaidAsync();
        var from = (await town.EventTypesAsync()).Length;
        var refund = await RefundAsync(town, intent.Id, 1000);
        Assert.Equal(("pending", "processing"), (refund.Status, refund.PendingReason));
        Assert.Equal(["refund.created", "charge.refunded"], await town.EventTypesAsync(from));
        Assert.Equal(1000, (await ChargeAsync(town, refund)).AmountRefunded);

        await town.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "failed" });
        Assert.Equal(["refund.updated", "charge.refund.updated", "refund.failed"], await town.EventTypesAsync(from + 2));
        Assert.Equal(0, (await ChargeAsync(town, refund)).AmountRefunded);
        var failed = (Refund)town.Verify(await town.WebhookAsync("refund.failed")).Data.Object;
        Assert.Equal(("failed", "expired_or_canceled_card"), (failed.Status, failed.FailureReason));
        using var updated = JsonDocument.Parse((await town.WebhookAsync("charge.refund.updated")).Body);
        Assert.Equal("pending", updated.RootElement.GetProperty("data").GetProperty("previous_attributes").GetProperty("status").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await town.TryControlAsync($"refunds/{refund.Id}/settle", new { outcome = "succeeded" })).Status);

        await town.ControlAsync("faults", new { });
        Assert.Equal("succeeded", (await RefundAsync(town, intent.Id, 4980)).Status);
    }

    [Fact]
    public async Task A_refund_that_waits_may_arrive_and_still_come_back()
    {
        await using var town = await StripeTown.OpenAsync();
        await town.ControlAsync("faults", new { refunds = new { pending = 1.0 } });
        var refund = await RefundAsync(town, (await town.PaidAsync()).Id, null);
        var from = (await town.EventTypesAsync()).Length;
        await town.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "succeeded" });
        Assert.Equal(["refund.updated", "charge.refund.updated"], await town.EventTypesAsync(from));
        Assert.Equal("succeeded", (await town.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        await town.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "failed" });
        Assert.Equal("failed", (await town.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        Assert.False((await ChargeAsync(town, refund)).Refunded);
    }

    [Fact]
    public async Task A_refund_whose_fate_is_to_fail_is_answered_as_if_it_might_not()
    {
        await using var town = await StripeTown.OpenAsync();
        await town.ControlAsync("faults", new { refunds = new { fail = 1.0 } });
        var refund = await RefundAsync(town, (await town.PaidAsync()).Id, null);
        Assert.Equal("pending", refund.Status);
        Assert.Equal("failed", (await town.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        Assert.Equal(0, (await ChargeAsync(town, refund)).AmountRefunded);
        await town.WebhookAsync("refund.failed");
    }

    [Fact]
    public async Task Only_a_refund_that_waits_for_the_shopper_can_be_cancelled()
    {
        await using var town = await StripeTown.OpenAsync();
        var intent = await town.PaidAsync();
        var done = await RefundAsync(town, intent.Id, 100);
        var refused = await Assert.ThrowsAsync<StripeException>(() => town.Stripe.V1.Refunds.CancelAsync(done.Id, cancellationToken: Cancel));
        Assert.Contains("`requires_action`", refused.StripeError.Message, StringComparison.Ordinal);

        await town.ControlAsync("faults", new { refunds = new { requiresAction = 1.0 } });
        var waiting = await RefundAsync(town, intent.Id, 200);
        Assert.Equal(("requires_action", "display_details", "anna@example.com"), (waiting.Status, waiting.NextAction.Type, waiting.NextAction.DisplayDetails.EmailSent.EmailSentTo));
        var cancelled = await town.Stripe.V1.Refunds.CancelAsync(waiting.Id, cancellationToken: Cancel);
        Assert.Equal(("canceled", "merchant_request"), (cancelled.Status, cancelled.FailureReason));
        Assert.Equal(100, (await ChargeAsync(town, waiting)).AmountRefunded);
    }

    [Fact]
    public async Task The_refund_of_a_debit_is_a_transfer_and_takes_its_time()
    {
        await using var town = await StripeTown.OpenAsync();
        var id = (await town.CreateAsync()).Id;
        await town.PayAsync(id, new { card = "async" });
        await town.ControlAsync($"sessions/{id}/settle", new { outcome = "succeeded" });
        var refund = await RefundAsync(town, (await town.GetAsync(id)).PaymentIntentId, null);
        Assert.Equal(("pending", "eu_bank_transfer"), (refund.Status, refund.DestinationDetails.Type));
        await town.ControlAsync($"refunds/{refund.Id}/settle", new { outcome = "succeeded" });
        Assert.Equal("succeeded", (await town.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
    }

    [Fact]
    public async Task A_refund_in_the_dashboard_is_told_and_found_by_charge_and_payment_intent()
    {
        await using var town = await StripeTown.OpenAsync();
        var intent = await town.PaidAsync();
        await town.ControlAsync($"charges/{intent.LatestChargeId}/refund", new { amount = 123 });
        var created = town.Verify(await town.WebhookAsync("refund.created"));
        Assert.Null(created.Request.Id);
        await town.ControlAsync($"charges/{intent.LatestChargeId}/refund");
        var refunds = town.Stripe.V1.Refunds;
        Assert.Equal([4857L, 123L], (await refunds.ListAsync(new RefundListOptions { Charge = intent.LatestChargeId }, cancellationToken: Cancel)).Select(refund => refund.Amount));
        Assert.Equal(2, (await refunds.ListAsync(new RefundListOptions { PaymentIntent = intent.Id }, cancellationToken: Cancel)).Count());
        Assert.Empty(await refunds.ListAsync(new RefundListOptions { Charge = (await town.PaidAsync()).LatestChargeId }, cancellationToken: Cancel));
        Assert.Equal(HttpStatusCode.BadRequest, (await town.TryControlAsync($"charges/{intent.LatestChargeId}/refund", new { amount = 1 })).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await town.TryControlAsync($"charges/{intent.LatestChargeId}/refund", new { amount = -1 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await town.TryControlAsync("charges/ch_nothing/refund", new { })).Status);
    }

    [Fact]
    public async Task Metadata_of_a_refund_is_changed_key_by_key()
    {
        await using var town = await StripeTown.OpenAsync();
        var refund = await town.Stripe.V1.Refunds.CreateAsync(
            new RefundCreateOptions { PaymentIntent = (await town.PaidAsync()).Id, Metadata = new() { ["order"] = "7K3", ["why"] = "late" } }, cancellationToken: Cancel);
        var changed = await town.Stripe.V1.Refunds.UpdateAsync(refund.Id, new RefundUpdateOptions { Metadata = new() { ["why"] = "", ["by"] = "Anna" } }, cancellationToken: Cancel);
        Assert.Equal(new Dictionary<string, string> { ["order"] = "7K3", ["by"] = "Anna" }, changed.Metadata);
        Assert.Equal(changed.Metadata, (await town.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Metadata);
    }

    [Fact]
    public async Task A_refund_under_way_survives_a_restart()
    {
        var town = await StripeTown.OpenAsync();
        await town.ControlAsync("faults", new { refunds = new { pending = 1.0 } });
        var refund = await RefundAsync(town, (await town.PaidAsync()).Id, 1000);
        var dispute = await town.ControlAsync($"charges/{(await town.PaidAsync()).LatestChargeId}/dispute", new { });
        await town.CloseAsync();

        await using var reopened = await StripeTown.OpenAsync(town.Folder);
        Assert.Equal("pending", (await reopened.Stripe.V1.Refunds.GetAsync(refund.Id, cancellationToken: Cancel)).Status);
        Assert.Equal("needs_response", (await reopened.Stripe.V1.Disputes.GetAsync(dispute.GetProperty("id").GetString(), cancellationToken: Cancel)).Status);
    }

    private static Task<Refund> RefundAsync(StripeTown town, string intent, long? amount) =>
        town.Stripe.V1.Refunds.CreateAsync(new RefundCreateOptions { PaymentIntent = intent, Amount = amount }, cancellationToken: Cancel);

    private static Task<Charge> ChargeAsync(StripeTown town, Refund refund) => town.Stripe.V1.Charges.GetAsync(refund.ChargeId, cancellationToken: Cancel);
}
