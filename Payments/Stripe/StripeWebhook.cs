using System.Text.Json;
using CommerceBot.Orders;

namespace CommerceBot.Payments.Stripe;

/// <summary>What came of reading a POST from Stripe.</summary>
public abstract record WebhookReading
{
    private WebhookReading()
    {
    }

    /// <summary>Stripe sent it. It says what to ask Stripe about, and proves nothing more.</summary>
    public sealed record Notification(StripeNotification Value) : WebhookReading;

    /// <summary>Not signed by Stripe with a secret of ours, or too old: answer 401 and look at nothing in it.</summary>
    public sealed record NotSigned(string Reason) : WebhookReading;

    /// <summary>Signed and senseless: count it and answer 200, since a repeat would be no better.</summary>
    public sealed record Unreadable(string Reason) : WebhookReading;
}

/// <summary>An event of Stripe's, as far as it tells which payment to look at.</summary>
/// <param name="MoneyId">The refund or dispute that it is about.</param>
/// <param name="OrderId">As written by whoever made the object: look it up, do not believe it.</param>
/// <param name="Related">The object that a thin event names, and says nothing more of; null for an ordinary event.</param>
/// <param name="Account">Set when the event belongs to an account connected to ours and not to ours.</param>
public sealed record StripeNotification(
    string EventId,
    string Type,
    string? SessionId,
    string? PaymentIntent,
    string? Charge,
    string? MoneyId,
    string? OrderId,
    bool Live,
    string? Account,
    DateTimeOffset? Created,
    RelatedObject? Related = null)
{
    /// <summary>Whether it is about the merchant's own account.</summary>
    public bool IsOurs => Account is null;

    /// <summary>Every id under which the order may be known.</summary>
    public IReadOnlyList<string> References => [.. new[] { SessionId, PaymentIntent, Charge, MoneyId }.OfType<string>()];

    /// <summary>What to look at; null when an event of this type never tells anything new.</summary>
    public PaymentLook? About(OrderId order) => LookAtFor(Type) is { } at ? new PaymentLook(order, at, SessionId, PaymentIntent) : null;

    private static LookAt? LookAtFor(string type) => type switch
    {
        "payment_intent.payment_failed" => LookAt.LastTry,
        // Both come beside refund.created and refund.updated, which every refund has since 2024-10-28.
        "charge.refund.updated" or "payment_intent.created" or "charge.updated" or "charge.failed" => null,
        "charge.refunded" => LookAt.Refunds,
        _ when type.StartsWith("refund.", StringComparison.Ordinal) => LookAt.Refunds,
        _ when type.StartsWith("charge.dispute.", StringComparison.Ordinal) => LookAt.Disputes,
        _ => LookAt.Sessions,
    };
}

/// <param name="Kind">Stripe's word for it, such as <c>refund</c>.</param>
public sealed record RelatedObject(string Kind, string Id);

/// <summary>Reads Stripe's webhooks: signature first, then only the few ids that a notification needs.</summary>
public static class StripeWebhook
{
    /// <summary>How far a signature's time may be from ours, both ways: what Stripe's libraries allow.</summary>
    public static TimeSpan Tolerance { get; } = TimeSpan.FromMinutes(5);

    /// <param name="body">As it came, byte by byte: the signature is over it.</param>
    /// <param name="header"><c>Stripe-Signature</c>; null when it is missing, which is a wrong signature.</param>
    /// <param name="secrets">A signature by any of them is right.</param>
    public static WebhookReading Read(string body, string? header, IReadOnlyCollection<string> secrets, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (StripeSignature.Fault(body, header, secrets, time.GetUtcNow(), Tolerance) is { } fault)
            return new WebhookReading.NotSigned(fault);
        try
        {
            using var document = JsonDocument.Parse(body);
            return NotificationReading.Of(document.RootElement) is { } notification
                ? new WebhookReading.Notification(notification)
                : new WebhookReading.Unreadable("It is no event: an id or a type is missing.");
        }
        catch (JsonException wrong)
        {
            return new WebhookReading.Unreadable($"It is no JSON: line {wrong.LineNumber}, byte {wrong.BytePositionInLine}.");
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair in an escape is JSON, and no text.
            return new WebhookReading.Unreadable("One of its texts is no text.");
        }
    }
}
