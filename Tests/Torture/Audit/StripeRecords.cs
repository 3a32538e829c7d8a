using System.Text.Json;

namespace CommerceBot.Tests.Torture.Audit;

/// <summary>What the simulator of Stripe has in its ledger. Money in minor units.</summary>
/// <param name="Processing">Payment intents whose bank has not decided.</param>
/// <param name="Undelivered">Events that the shop has not taken and that still come.</param>
internal sealed record StripeRecords(
    IReadOnlyList<PageSeen> Sessions,
    IReadOnlyList<ChargeSeen> Charges,
    IReadOnlyList<RefundSeen> Refunds,
    IReadOnlyList<DisputeSeen> Disputes,
    IReadOnlySet<string> Processing,
    long Undelivered)
{
    /// <param name="ledger">The answer of <c>GET /simulator/stripe/control/ledger</c>.</param>
    public static StripeRecords Read(JsonElement ledger) =>
        new(
            [
                .. Each(ledger, "sessions")
                    .Select(session => new PageSeen(
                        Text(session, "id"), Text(session, "status"), Text(session, "payment_status"), OrderOf(session),
                        Text(session, "success_url"), Text(session, "payment_intent"))),
            ],
            [
                .. Each(ledger, "charges")
                    .Select(charge => new ChargeSeen(
                        Text(charge, "id"), Text(charge, "payment_intent"), OrderOf(charge), charge.GetProperty("amount").GetInt64(),
                        charge.GetProperty("paid").GetBoolean())),
            ],
            [
                .. Each(ledger, "refunds")
                    .Select(refund => new RefundSeen(
                        Text(refund, "id"), Text(refund, "charge"), refund.GetProperty("amount").GetInt64(), Text(refund, "status"))),
            ],
            [
                .. Each(ledger, "disputes")
                    .Select(dispute => new DisputeSeen(
                        Text(dispute, "id"), Text(dispute, "charge"), dispute.GetProperty("amount").GetInt64(), Text(dispute, "status"))),
            ],
            Each(ledger, "payment_intents")
                .Where(intent => Text(intent, "status") == "processing")
                .Select(intent => Text(intent, "id"))
                .ToHashSet(),
            ledger.GetProperty("webhooks").GetProperty("undelivered").GetInt64());

    /// <summary>What a charge gave back for good.</summary>
    public long GivenBack(string charge) =>
        Refunds.Where(refund => refund.Charge == charge && refund.Status == "succeeded").Sum(refund => refund.Amount);

    /// <summary>What the bank took back of a charge.</summary>
    public long TakenBack(string charge) =>
        Disputes.Where(dispute => dispute.Charge == charge && dispute.Status == "lost").Sum(dispute => dispute.Amount);

    private static IEnumerable<JsonElement> Each(JsonElement ledger, string list) =>
        ledger.TryGetProperty(list, out var found) ? found.EnumerateArray() : [];

    private static string OrderOf(JsonElement thing) =>
        thing.TryGetProperty("metadata", out var metadata) && metadata.ValueKind == JsonValueKind.Object ? Text(metadata, "order") : "";

    private static string Text(JsonElement thing, string name) =>
        thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}

internal sealed record PageSeen(string Id, string Status, string PaymentStatus, string Order, string SuccessUrl, string Intent);

/// <param name="Order">The order's id as it was given to Stripe; empty when none was.</param>
internal sealed record ChargeSeen(string Id, string Intent, string Order, long Amount, bool Paid);

internal sealed record RefundSeen(string Id, string Charge, long Amount, string Status);

internal sealed record DisputeSeen(string Id, string Charge, long Amount, string Status);
