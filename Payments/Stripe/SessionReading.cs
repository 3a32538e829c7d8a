using System.Globalization;
using CommerceBot.Catalog;
using Stripe;
using Stripe.Checkout;

namespace CommerceBot.Payments.Stripe;

/// <summary>Stripe's session in our words. Words that did not exist when this was written become Unknown, never an error.</summary>
internal static class SessionReading
{
    public static SessionSnapshot Of(Session session) =>
        new(
            StripeErrors.Required(session.Id, "an id"), Status(session.Status), Payment(session),
            new Money(session.AmountTotal ?? 0, CurrencyOf(session.Currency)), session.Metadata?.GetValueOrDefault(MetadataNames.Order),
            int.TryParse(
                session.Metadata?.GetValueOrDefault(MetadataNames.Attempt), NumberStyles.None, CultureInfo.InvariantCulture, out var attempt
            )
                ? attempt
                : null,
            session.ClientReferenceId, session.Livemode, session.PaymentIntentId, session.PaymentIntent?.LatestChargeId,
            Card(session.PaymentIntent?.LatestCharge), session.CustomerDetails?.Email ?? session.CustomerEmail, Expiry(session),
            session.PaymentIntent?.LatestCharge?.AmountRefunded > 0, session.PaymentIntent?.LatestCharge?.Disputed == true,
            UnknownStatus(session));

    /// <summary>Stripe.net gives a missing time as year 1.</summary>
    public static DateTimeOffset? Expiry(Session session) =>
        session.ExpiresAt.Year > 2000 ? new DateTimeOffset(DateTime.SpecifyKind(session.ExpiresAt, DateTimeKind.Utc)) : null;

    private static SessionStatus Status(string? word) => word switch
    {
        "open" => SessionStatus.Open,
        "complete" => SessionStatus.Complete,
        "expired" => SessionStatus.Expired,
        _ => SessionStatus.Unknown,
    };

    private static SessionPayment Payment(Session session) => (session.PaymentStatus, session.PaymentIntent?.Status) switch
    {
        ("paid", _) => SessionPayment.Paid,
        ("no_payment_required", _) => SessionPayment.NotRequired,
        // A delayed payment that failed leaves the session complete and unpaid: only its payment tells.
        ("unpaid", "requires_payment_method" or "canceled") when session.Status == "complete" => SessionPayment.Failed,
        ("unpaid", _) when MoneyReading.UnknownStatus(session.PaymentIntent) is not null => SessionPayment.Unknown,
        ("unpaid", _) => SessionPayment.Unpaid,
        _ => SessionPayment.Unknown,
    };

    /// <summary>Stripe's words, when one of them is none that we know.</summary>
    private static string? UnknownStatus(Session session) =>
        Status(session.Status) == SessionStatus.Unknown || Payment(session) == SessionPayment.Unknown
            ? string.Join(", ", new[] { session.Status ?? "no status", session.PaymentStatus ?? "no payment status",
                MoneyReading.UnknownStatus(session.PaymentIntent) }.OfType<string>())
            : null;

    private static CardSeen? Card(Charge? charge) => charge?.PaymentMethodDetails?.Card is { Brand: { } brand, Last4: { } last4 }
        ? new CardSeen(brand, last4)
        : null;

    /// <summary>XXX is ISO 4217's "no currency": it agrees with no order.</summary>
    internal static Currency CurrencyOf(string? code) =>
        code is { Length: 3 } && code.All(char.IsAsciiLetter) ? new Currency(code.ToUpperInvariant()) : new Currency("XXX");
}
