using CommerceBot.Catalog;
using Stripe;

namespace CommerceBot.Payments.Stripe;

/// <summary>
/// Stripe's payments, refunds and disputes in our words. Words that did not exist when this was written never stop a
/// turn.
/// </summary>
internal static class MoneyReading
{
    /// <summary>Words of docs.stripe.com/api/payment_intents/object#payment_intent_object-status, read 2026-11-27.</summary>
    private static readonly HashSet<string> PaymentWords =
        ["requires_payment_method", "requires_confirmation", "requires_action", "processing", "requires_capture", "canceled", "succeeded"];

    public static PaymentSnapshot Of(PaymentIntent payment) => new(
        StripeErrors.Required(payment.Id, "an id"),
        payment.LastPaymentError is { } error ? new DeclineSeen(error.Charge ?? $"{payment.Id}:{error.Code}", Reason(error)) : null,
        UnknownStatus(payment));

    /// <summary>The word, when it is none that we know; null for a payment that is not there yet.</summary>
    public static string? UnknownStatus(PaymentIntent? payment) =>
        payment is null || (payment.Status is { } word && PaymentWords.Contains(word)) ? null
            : $"payment {payment.Status ?? "without a status"}";

    public static RefundSnapshot Of(global::Stripe.Refund refund) => new(
        StripeErrors.Required(refund.Id, "an id"),
        refund.Status switch
        {
            "pending" => RefundStatus.Pending,
            "requires_action" => RefundStatus.RequiresAction,
            "succeeded" => RefundStatus.Succeeded,
            "failed" => RefundStatus.Failed,
            "canceled" => RefundStatus.Canceled,
            _ => RefundStatus.Unknown,
        },
        Amount(refund.Amount, refund.Currency),
        refund.PaymentIntentId,
        refund.ChargeId,
        refund.Metadata?.GetValueOrDefault(MetadataNames.Refund),
        refund.FailureReason,
        refund.Status);

    /// <summary>
    /// Words of docs.stripe.com/api/disputes/object#dispute_object-status, the appeals of 2026-10-28 included, read
    /// 2026-11-27. An inquiry that ends without a chargeback and a dispute that was prevented leave the money here; while a
    /// loss is appealed it is not the last word.
    /// </summary>
    public static DisputeSnapshot Of(global::Stripe.Dispute dispute) => new(
        StripeErrors.Required(dispute.Id, "an id"),
        dispute.Status switch
        {
            "needs_response" or "warning_needs_response" or "appeal_needs_response" => DisputeStatus.NeedsResponse,
            "under_review" or "warning_under_review" or "appeal_under_review" => DisputeStatus.UnderReview,
            "won" or "warning_closed" or "prevented" => DisputeStatus.Won,
            "lost" => DisputeStatus.Lost,
            _ => DisputeStatus.Unknown,
        },
        Amount(dispute.Amount, dispute.Currency),
        dispute.PaymentIntentId,
        dispute.ChargeId,
        dispute.Status,
        // Stripe.net gives a missing time as 1970 or year 1.
        dispute.EvidenceDetails?.DueBy is { Year: > 2000 } due ? new DateTimeOffset(DateTime.SpecifyKind(due, DateTimeKind.Utc)) : null);

    private static Money Amount(long minor, string? currency) => new(minor, SessionReading.CurrencyOf(currency));

    /// <summary>
    /// Words of docs.stripe.com/declines/codes (read 2026-11-23). A stolen card is declined like any other: its holder
    /// reads along.
    /// </summary>
    private static DeclineReason Reason(StripeError error) => (error.DeclineCode ?? error.Code) switch
    {
        "insufficient_funds" or "card_velocity_exceeded" or "withdrawal_count_limit_exceeded" => DeclineReason.InsufficientFunds,
        "expired_card" => DeclineReason.ExpiredCard,
        "incorrect_cvc" or "invalid_cvc" or "incorrect_number" or "invalid_number" or "incorrect_zip"
            or "invalid_expiry_month" or "invalid_expiry_year" => DeclineReason.WrongDetails,
        "payment_intent_authentication_failure" or "authentication_required" => DeclineReason.NotConfirmed,
        _ => DeclineReason.Other,
    };
}
