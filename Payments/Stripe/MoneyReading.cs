using CommerceBot.Catalog;
using Stripe;

namespace CommerceBot.Payments.Stripe;

/// <summary>Stripe's payments, refunds and disputes in our words. Words that did not exist when this was written never stop a turn.</summary>
internal static class MoneyReading
{
    public static PaymentSnapshot Of(PaymentIntent payment) => new(payment.Id, payment.LastPaymentError is { } error
        ? new DeclineSeen(error.Charge ?? $"{payment.Id}:{error.Code}", Reason(error))
        : null);

    public static RefundSnapshot Of(global::Stripe.Refund refund) => new(
        refund.Id,
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
        refund.FailureReason);

    /// <summary>An inquiry that ends without a chargeback (warning_closed) and one that Stripe prevented leave the money here.</summary>
    public static DisputeSnapshot Of(Dispute dispute) => new(
        dispute.Id,
        dispute.Status switch
        {
            "won" or "warning_closed" or "prevented" => DisputeStatus.Won,
            "lost" => DisputeStatus.Lost,
            _ => DisputeStatus.Open,
        },
        Amount(dispute.Amount, dispute.Currency),
        dispute.PaymentIntentId,
        dispute.ChargeId);

    private static Money Amount(long minor, string? currency) => new(minor, SessionReading.CurrencyOf(currency));

    /// <summary>Words of docs.stripe.com/declines/codes (read 2026-11-23). A stolen card is declined like any other: its holder reads along.</summary>
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
