using System.Text.Json;
using Stripe;
using Stripe.Checkout;

namespace CommerceBot.Payments.Stripe;

/// <summary>Reads the object that a thin event names, for the ids by which its order is found.</summary>
public sealed class StripeObjects(HttpClient http, StripeOptions options)
{
    private readonly StripeClient _client = StripeGateway.ClientOf(http, options);

    /// <summary>The notification with what its object knows; the same one when it names none, or none that Stripe has.</summary>
    /// <exception cref="PaymentUnreachableException">Stripe did not show it; why is in its message, with no personal data.</exception>
    public async Task<StripeNotification> CompleteAsync(StripeNotification notification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notification);
        if (notification.Related is not { } related)
            return notification;
        try
        {
            var thing = await ReadAsync(related, cancellationToken);
            if (thing is not { StripeResponse: { Content: { } content } })
                return notification;
            using var document = JsonDocument.Parse(content);
            var known = NotificationReading.IdsOf(document.RootElement);
            return notification with
            {
                SessionId = notification.SessionId ?? known.SessionId,
                PaymentIntent = notification.PaymentIntent ?? known.PaymentIntent,
                Charge = notification.Charge ?? known.Charge,
                OrderId = notification.OrderId ?? known.OrderId,
            };
        }
        catch (StripeException refused) when (StripeErrors.IsPlainRefusal(refused)
            || refused.HttpStatusCode == System.Net.HttpStatusCode.NotFound)
        {
            // Stripe has no such object: the event is about nothing of ours.
            return notification;
        }
        catch (Exception trouble) when (!cancellationToken.IsCancellationRequested && StripeErrors.IsFromOutside(trouble))
        {
            throw StripeErrors.Transient(trouble);
        }
    }

    private async Task<StripeEntity?> ReadAsync(RelatedObject related, CancellationToken cancellationToken) => related.Kind switch
    {
        "checkout.session" => await new SessionService(_client).GetAsync(related.Id, cancellationToken: cancellationToken),
        "payment_intent" => await new PaymentIntentService(_client).GetAsync(related.Id, cancellationToken: cancellationToken),
        "charge" => await new ChargeService(_client).GetAsync(related.Id, cancellationToken: cancellationToken),
        "refund" => await new RefundService(_client).GetAsync(related.Id, cancellationToken: cancellationToken),
        "dispute" => await new DisputeService(_client).GetAsync(related.Id, cancellationToken: cancellationToken),
        _ => null,
    };
}
