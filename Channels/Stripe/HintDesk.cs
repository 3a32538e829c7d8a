using CommerceBot.Payments;
using CommerceBot.Payments.Stripe;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Stripe;

/// <summary>
/// Puts a hint of Stripe's into the lane of the order that it is about, once, whether Stripe posted the event or we read
/// it later. What it claims is never believed: the row only says what to ask Stripe about.
/// </summary>
internal sealed class HintDesk(StripeDoorSettings settings, InboxDoor inbox, IPaymentIndex index)
{
    public async Task<HintTaken> TakeAsync(StripeHint hint, CancellationToken cancellationToken)
    {
        if (!hint.IsOurs || hint.Live != settings.IsLive)
            return HintTaken.NotOurs;
        if (await index.FindAsync(hint.References, hint.OrderId, cancellationToken) is { } place)
        {
            if (hint.About(place.Order) is not { } look)
                return HintTaken.NothingNew;
            var activity = new Activity { Type = ActivityTypes.Event, Name = PaymentNews.LookAgain, Value = PaymentNews.Write(look) };
            await inbox.AppendAsync([new Arrival($"stripe:{hint.EventId}", place.Lane.Value, RowKind.Hint, activity)], CancellationToken.None);
            return HintTaken.Taken;
        }

        // An order of ours that is not there was rolled back with its turn, or is about to be committed: let Stripe ask again.
        return hint.OrderId is { } id && index.IsOurs(id) ? HintTaken.MayBecomeOurs : HintTaken.NotOurs;
    }
}

internal enum HintTaken
{
    Taken,
    NothingNew,
    NotOurs,
    MayBecomeOurs,
}
