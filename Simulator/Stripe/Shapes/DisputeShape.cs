using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>A dispute as Stripe's API writes it. Evidence is not played, so it is always empty.</summary>
internal static class DisputeShape
{
    private const long DaysToAnswer = 20;

    private static readonly string[] Evidence =
    [
        "access_activity_log", "billing_address", "cancellation_policy", "cancellation_policy_disclosure", "cancellation_rebuttal",
        "customer_communication", "customer_email_address", "customer_name", "customer_purchase_ip", "customer_signature",
        "duplicate_charge_documentation", "duplicate_charge_explanation", "duplicate_charge_id", "product_description", "receipt",
        "refund_policy", "refund_policy_disclosure", "refund_refusal_explanation", "service_date", "service_documentation",
        "shipping_address", "shipping_carrier", "shipping_date", "shipping_documentation", "shipping_tracking_number",
        "uncategorized_file", "uncategorized_text",
    ];

    public static JsonObject Of(Dispute dispute, Charge charge)
    {
        var json = Plain(dispute);
        // Stripe describes the card here, and nothing of a debit.
        if (dispute.Kind == PaidWith.ByCard) json["payment_method_details"] = Card(charge);
        return json;
    }

    private static JsonObject Plain(Dispute dispute) => new()
    {
        ["id"] = dispute.Id,
        ["object"] = "dispute",
        ["amount"] = dispute.Amount,
        ["balance_transactions"] = new JsonArray(),
        ["charge"] = dispute.ChargeId,
        ["created"] = dispute.Created,
        ["currency"] = dispute.Currency,
        ["enhanced_eligibility_types"] = new JsonArray(),
        ["evidence"] = NoEvidence(),
        ["evidence_details"] = new JsonObject
        {
            ["enhanced_eligibility"] = new JsonObject(),
            ["due_by"] = Math.Max(dispute.Created, dispute.AskedAt) + (DaysToAnswer * 24 * 60 * 60),
            ["has_evidence"] = false,
            ["past_due"] = false,
            ["submission_count"] = 0,
            ["submission_method"] = "not_submitted",
        },
        ["intended_submission_method"] = null,
        ["is_charge_refundable"] = false,
        ["livemode"] = false,
        ["metadata"] = new JsonObject(),
        ["payment_intent"] = dispute.IntentId,
        ["reason"] = dispute.Reason,
        ["status"] = Word(dispute.Status),
    };

    /// <summary>
    /// The statuses that a chargeback may have, appeals included (docs.stripe.com/api/disputes/object#dispute_object-status, as of
    /// 2026-10-28); those of inquiries are not played.
    /// </summary>
    public static IReadOnlyDictionary<DisputeStatus, string> Words { get; } = new Dictionary<DisputeStatus, string>
    {
        [DisputeStatus.NeedsResponse] = "needs_response",
        [DisputeStatus.UnderReview] = "under_review",
        [DisputeStatus.Won] = "won",
        [DisputeStatus.Lost] = "lost",
        [DisputeStatus.AppealNeedsResponse] = "appeal_needs_response",
        [DisputeStatus.AppealUnderReview] = "appeal_under_review",
    };

    public static string Word(DisputeStatus status) => Words[status];

    private static JsonObject NoEvidence()
    {
        var json = new JsonObject { ["enhanced_evidence"] = new JsonObject() };
        foreach (var name in Evidence) json[name] = null;
        return json;
    }

    private static JsonObject Card(Charge charge) => new()
    {
        ["type"] = "card",
        ["card"] = new JsonObject
        {
            ["brand"] = charge.Card.Brand, ["case_type"] = "chargeback", ["network"] = charge.Card.Brand, ["network_reason_code"] = null,
        },
    };
}
