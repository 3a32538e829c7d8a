using System.Text.Json.Nodes;
using CommerceBot.Simulator.Stripe.Ledger;

namespace CommerceBot.Simulator.Stripe.Shapes;

/// <summary>A refund as Stripe's API writes it.</summary>
internal static class RefundShape
{
    private const long DaysToAnswer = 45;

    public static JsonObject Of(Refund refund)
    {
        var json = new JsonObject
        {
            ["id"] = refund.Id,
            ["object"] = "refund",
            ["amount"] = refund.Amount,
            ["balance_transaction"] = null,
            ["charge"] = refund.ChargeId,
            ["created"] = refund.Created,
            ["currency"] = refund.Currency,
            ["customer"] = refund.CustomerId,
            ["customer_account"] = null,
            ["destination_details"] = Destination(refund),
            ["metadata"] = refund.Metadata?.CopyMetadata() ?? new JsonObject(),
            ["payment_intent"] = refund.IntentId,
            ["payment_method"] = refund.MethodId,
            ["reason"] = refund.Reason,
            ["receipt_number"] = null,
            ["source_transfer_reversal"] = null,
            ["status"] = Word(refund.Status),
            ["transfer_reversal"] = null,
        };
        // These are there only when they say something.
        if (refund.InstructionsEmail is { } mail)
            json["instructions_email"] = mail;
        if (refund.Status == RefundStatus.Pending)
            json["pending_reason"] = "processing";
        if (refund.Status == RefundStatus.RequiresAction)
            json["next_action"] = NextAction(refund);
        if (refund.FailureReason is { } reason)
            json["failure_reason"] = reason;
        return json;
    }

    public static string Word(RefundStatus status) =>
        status switch
        {
            RefundStatus.Succeeded => "succeeded",
            RefundStatus.Pending => "pending",
            RefundStatus.RequiresAction => "requires_action",
            RefundStatus.Failed => "failed",
            _ => "canceled",
        };

    private static JsonObject Destination(Refund refund) =>
        refund.Kind == PaidWith.ByCard
            ? new JsonObject
            {
                ["type"] = "card",
                ["card"] = new JsonObject
                {
                    ["reference_status"] = "pending",
                    ["reference_type"] = "acquirer_reference_number",
                    ["type"] = "refund",
                },
            }
            : new JsonObject
            {
                ["type"] = "eu_bank_transfer",
                ["eu_bank_transfer"] = new JsonObject { ["reference"] = null, ["reference_status"] = null },
            };

    private static JsonObject NextAction(Refund refund) =>
        new()
        {
            ["type"] = "display_details",
            ["display_details"] = new JsonObject
            {
                ["email_sent"] = new JsonObject { ["email_sent_at"] = refund.Created, ["email_sent_to"] = refund.InstructionsEmail },
                ["expires_at"] = refund.Created + (DaysToAnswer * 24 * 60 * 60),
            },
        };
}
