using System.Text;
using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// Stripe's webhook: raw bytes, signature, a hint in the order's lane, 200. What an event claims is never believed; the
/// session is read again.
/// </summary>
internal sealed class StripeDoor(StripeDoorSettings settings, InboxDoor inbox, IPaymentIndex index, DoorCounters counters, TimeProvider time, ILogger<StripeDoor> log)
{
    public const int MaxBody = 1024 * 1024;

    public async Task<IResult> ReceiveAsync(HttpRequest request)
    {
        if (await RawBody.ReadAsync(request, MaxBody) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        switch (StripeWebhook.Read(Encoding.UTF8.GetString(body), request.Headers["Stripe-Signature"], settings.Secrets, time))
        {
            case WebhookReading.Hint { Value: var hint }:
                return await TakeAsync(hint, request.HttpContext.RequestAborted);
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

    private async Task<IResult> TakeAsync(StripeHint hint, CancellationToken cancellationToken)
    {
        counters.Count("stripe", hint.Type);
        if (!hint.IsOurs || hint.Live != settings.IsLive)
            return NotOurs();
        string[] references = [.. new[] { hint.SessionId, hint.PaymentIntent, hint.Charge }.OfType<string>()];
        if (await index.FindAsync(references, hint.OrderId, cancellationToken) is { } place)
        {
            var activity = new Activity { Type = ActivityTypes.Event, Name = PaymentNews.LookAgain, Value = PaymentNews.Write(place.Order) };
            await inbox.AppendAsync([new Arrival($"stripe:{hint.EventId}", place.Lane.Value, RowKind.Hint, activity)], CancellationToken.None);
            return Results.Ok();
        }

        // An order of ours that is not there was rolled back with its turn, or is about to be committed: let Stripe ask again.
        return hint.OrderId is { } id && index.IsOurs(id) ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : NotOurs();
    }

    private IResult NotOurs()
    {
        counters.Count("stripe", "not-ours");
        return Results.Ok();
    }
}

/// <param name="Secrets">The endpoint's signing secrets; two while they are rotated.</param>
internal sealed record StripeDoorSettings(IReadOnlyCollection<string> Secrets, bool IsLive);
