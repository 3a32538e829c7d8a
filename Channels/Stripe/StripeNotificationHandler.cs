using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// Puts a notification of Stripe's into the lane of the order that it is about, once, whether Stripe posted the event or we
/// read it later. What it claims is never believed: the row only says what to ask Stripe about. A thin event names an object
/// and nothing more: where we do not know the object, Stripe is asked whose it is.
/// </summary>
internal sealed class StripeNotificationHandler(
    StripeWebhookSettings settings, MessageInbox inbox, IPaymentIndex index, Func<StripeObjects> objects,
        ILogger<StripeNotificationHandler> log)
{
    public async Task<NotificationOutcome> TakeAsync(StripeNotification notification, CancellationToken cancellationToken)
    {
        if (!notification.IsOurs || notification.Live != settings.IsLive)
            return NotificationOutcome.NotOurs;
        try
        {
            if (await index.FindAsync(notification.References, notification.OrderId, cancellationToken) is { } known)
                return await AppendAsync(notification, known);
            if (notification.Related is not null)
            {
                notification = await objects().CompleteAsync(notification, cancellationToken);
                if (await index.FindAsync(notification.References, notification.OrderId, cancellationToken) is { } found)
                    return await AppendAsync(notification, found);
            }
        }
        catch (PaymentUnreachableException trouble)
        {
            // Stripe sends it again when it is not taken.
            log.StripeUnreachable(trouble.Message);
            return NotificationOutcome.Unreadable;
        }

        // An order of ours that is not there was rolled back with its turn, or is about to be committed: let Stripe ask again.
        return notification.OrderId is { } id && index.IsOurs(id) ? NotificationOutcome.MayBecomeOurs : NotificationOutcome.NotOurs;
    }

    private async Task<NotificationOutcome> AppendAsync(StripeNotification notification, OrderPlace place)
    {
        if (notification.About(place.Order) is not { } look)
            return NotificationOutcome.NothingNew;
        var activity = new Activity { Type = ActivityTypes.Event, Name = PaymentEvents.LookAgain, Value = PaymentEvents.Write(look) };
        await inbox.AppendAsync([new IncomingMessage($"stripe:{notification.EventId}", place.Lane.Value, RowKind.GatewayEvent, activity)],
            CancellationToken.None);
        return NotificationOutcome.Taken;
    }
}

internal enum NotificationOutcome
{
    Taken,
    NothingNew,
    NotOurs,
    MayBecomeOurs,

    /// <summary>Whose it is, Stripe could not say just now.</summary>
    Unreadable,
}
