using System.Text.Json;
using Stripe;

namespace CommerceBot.Payments.Stripe;

/// <summary>One page of events, the newest first.</summary>
/// <param name="Next">Ask for the page behind this event; null when this was the last.</param>
public sealed record EventPage(IReadOnlyList<StripeNotification> Notifications, string? Next);

/// <summary>
/// Reads the events that Stripe keeps for 30 days: the way to those whose webhook was lost
/// (docs.stripe.com/webhooks/process-undelivered-events).
/// </summary>
public sealed class StripeEvents(HttpClient http, StripeOptions options)
{
    private const int PageSize = 100;

    /// <summary>
    /// All that changes what we know of money; a refused try does not, and nobody waits for it. Stripe takes 20 types
    /// at most.
    /// </summary>
    private static readonly List<string> Types =
    [
        "checkout.session.completed",
        "checkout.session.expired",
        "checkout.session.async_payment_succeeded",
        "checkout.session.async_payment_failed",
        "refund.created",
        "refund.updated",
        "refund.failed",
        "charge.refunded",
        "charge.dispute.created",
        "charge.dispute.updated",
        "charge.dispute.closed",
        "charge.dispute.funds_withdrawn",
        "charge.dispute.funds_reinstated",
    ];

    private readonly EventService _events = new(StripeGateway.ClientOf(http, options));

    /// <exception cref="PaymentUnreachableException">Stripe gave no list; why is in its message, with no personal data.</exception>
    public async Task<EventPage> ReadAsync(DateTimeOffset since, string? after, CancellationToken cancellationToken)
    {
        try
        {
            var page = await _events.ListAsync(
                new EventListOptions
                {
                    Types = Types,
                    Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime },
                    Limit = PageSize,
                    StartingAfter = after,
                },
                cancellationToken: cancellationToken);
            // The same few ids as of a webhook, out of the same bytes.
            using var document = JsonDocument.Parse(page.StripeResponse.Content);
            var notifications = document
                .RootElement.GetProperty("data")
                .EnumerateArray()
                .Select(NotificationReading.Of)
                .OfType<StripeNotification>()
                .ToList();
            return new EventPage(notifications, page.HasMore && page.Data.Count > 0 ? page.Data[^1].Id : null);
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested && StripeErrors.IsFromOutside(trouble))
        {
            throw StripeErrors.Transient(trouble);
        }
    }
}
