using System.Text;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime.Inbox;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// Stripe's webhook: raw bytes, signature, a notification in the order's lane, 200. What an event claims is never believed; the
/// session is read again.
/// </summary>
internal sealed class StripeWebhookEndpoint(StripeWebhookSettings settings, StripeNotificationHandler handler, EndpointMetrics counters,
    TimeProvider time, ILogger<StripeWebhookEndpoint> log)
{
    public async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        if (await RequestBody.ReadAsync(request, InputLimits.StripeBody) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        switch (StripeWebhook.Read(Encoding.UTF8.GetString(body), request.Headers["Stripe-Signature"], settings.Secrets, time))
        {
            case WebhookReading.Notification { Value: var notification }:
                return await TakeAsync(notification, request.HttpContext.RequestAborted);
            case WebhookReading.NotSigned refused:
                counters.Count("stripe", "wrong-signature");
                log.StripeRefused(refused.Reason);
                return Results.StatusCode(StatusCodes.Status401Unauthorized);
            case WebhookReading.Unreadable unreadable:
                counters.Count("stripe", "unreadable");
                log.StripeRefused(unreadable.Reason);
                return Results.Ok();
            case var other:
                throw new InvalidOperationException($"Unknown reading {other}.");
        }
    }

    private async Task<IResult> TakeAsync(StripeNotification notification, CancellationToken cancellationToken)
    {
        counters.Count("stripe", StripeEventTypes.Counted(notification.Type));
        return await handler.TakeAsync(notification, cancellationToken) switch
        {
            NotificationOutcome.MayBecomeOurs or NotificationOutcome.Unreadable =>
                Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            NotificationOutcome.NotOurs => NotOurs(),
            _ => Results.Ok(),
        };
    }

    private IResult NotOurs()
    {
        counters.Count("stripe", "not-ours");
        return Results.Ok();
    }
}

/// <param name="Secrets">The endpoint's signing secrets; two while they are rotated.</param>
internal sealed record StripeWebhookSettings(IReadOnlyCollection<string> Secrets, bool IsLive);
