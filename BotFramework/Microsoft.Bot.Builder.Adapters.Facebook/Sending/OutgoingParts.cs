using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters.Facebook;

/// <summary>Takes a message activity apart into what Messenger takes in one call each.</summary>
internal static class OutgoingParts
{
    private const string Nothing = "…";

    public static IReadOnlyList<Activity> Of(Activity activity)
    {
        if (MessengerChannelData.Of(activity.ChannelData) is { SaysItAll: true })
            return [activity];

        var list = new PartList(activity);
        list.AddText(activity.Text);
        AddAttachments(activity, list);
        Offer(activity.SuggestedActions?.Actions, list);
        return list.Parts;
    }

    private static void AddAttachments(Activity activity, PartList list)
    {
        var row = new List<CardFace>();
        var sideBySide = activity.AttachmentLayout == AttachmentLayoutTypes.Carousel;
        foreach (var attachment in (activity.Attachments ?? []).OfType<Attachment>())
        {
            if (sideBySide && CardFace.IsOne(attachment))
            {
                row.Add(CardFace.From(attachment));
                continue;
            }

            EndRow(row, list);
            AttachmentParts.Add(attachment, list);
        }

        EndRow(row, list);
    }

    private static void EndRow(List<CardFace> row, PartList list)
    {
        if (row.Count > 0)
            CardParts.Row(row, list);
        row.Clear();
    }

    /// <summary>
    /// Quick replies go with the last message, for Messenger shows them only there. Those past the limit
    /// become buttons of cards in front of them, so that all can be tapped.
    /// </summary>
    private static void Offer(IList<CardAction>? offered, PartList list)
    {
        var actions = (offered ?? []).Where(one => one is not null).ToList();
        if (actions.Count == 0)
            return;

        if (list.Parts.Count == 0)
            list.AddText(Nothing);
        if (actions.Count > MessengerLimits.QuickReplies)
        {
            // What Messenger fills by itself can only be a quick reply.
            actions = [.. actions.OrderBy(one => Buttons.SpecialType(one) is null)];
            OfferAsCards(actions[MessengerLimits.QuickReplies..], list);
        }

        list.Parts[^1].SuggestedActions = new SuggestedActions { Actions = [.. actions.Take(MessengerLimits.QuickReplies)] };
    }

    private static void OfferAsCards(List<CardAction> actions, PartList list)
    {
        var first = MessengerLimits.QuickReplies + 1;
        var cards = new List<CardFace>();
        foreach (var some in actions.Chunk(MessengerLimits.Buttons))
        {
            var last = first + some.Length - 1;
            cards.Add(new CardFace(first == last ? $"{first}" : $"{first}–{last}", null, null, null, some));
            first = last + 1;
        }

        CardParts.Row(cards, list);
    }
}
