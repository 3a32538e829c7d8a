using System.Collections.Frozen;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// The types of Stripe's events that are counted by their name: those the README asks for, and those that come beside them.
/// </summary>
internal static class StripeEventTypes
{
    private static readonly FrozenSet<string> Known = FrozenSet.Create(
        StringComparer.Ordinal,
        "checkout.session.completed", "checkout.session.expired",
        "checkout.session.async_payment_succeeded", "checkout.session.async_payment_failed",
        "payment_intent.created", "payment_intent.succeeded", "payment_intent.payment_failed",
        "payment_intent.canceled", "payment_intent.processing",
        "refund.created", "refund.updated", "refund.failed",
        "charge.succeeded", "charge.failed", "charge.updated", "charge.refunded", "charge.refund.updated",
        "charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed",
        "charge.dispute.funds_withdrawn", "charge.dispute.funds_reinstated");

    public static string Counted(string type) => Known.Contains(type) ? type : EndpointMetrics.Other;
}
