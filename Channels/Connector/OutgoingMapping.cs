using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Connector;

/// <summary>
/// One activity as the client can show it. The bot's texts are plain (its textFormat says so); what an outside client makes
/// of them is decided here and nowhere else. What the bot holds is left as it is: cards are made anew.
/// </summary>
internal static class OutgoingMapping
{
    /// <summary>Suggested actions need a text to stand under.</summary>
    private const string Nothing = "…";

    /// <summary>The activity, or the activities that it becomes, in their order.</summary>
    public static IReadOnlyList<Activity> Of(Activity activity, ChannelAbilities abilities)
    {
        if (activity.Type != ActivityTypes.Message || activity.TextFormat != TextFormatTypes.Plain || !abilities.ReadsMarkdown)
            return [activity];
        activity.Attachments = Cards(activity, abilities);
        if (!abilities.ShowsCarousels && activity.AttachmentLayout == AttachmentLayoutTypes.Carousel)
            activity.AttachmentLayout = AttachmentLayoutTypes.List;
        if (activity.SuggestedActions is { Actions.Count: > 0 } suggested)
        {
            if (abilities.SuggestsTitlesOnly)
                return WithTitles(activity, suggested);
            if (abilities.SuggestsUnderTextOnly && activity.Attachments is { Count: > 0 })
                return WithSuggestions(activity, Copy(activity, Nothing), suggested);
        }
        Write(activity);
        return [activity];
    }

    private static IList<Attachment>? Cards(Activity activity, ChannelAbilities abilities)
    {
        if (activity.Attachments is not { Count: > 0 } attachments)
            return activity.Attachments;
        activity.Text = ReceiptMapping.WithLongFacts(activity.Text, attachments, abilities);
        return [.. attachments.Select(attachment => CardMapping.Of(attachment, abilities))];
    }

    /// <summary>
    /// Buttons that say their title stand under the last message, whose text is shown letter by letter and on one line:
    /// so what comes before goes ahead in a message of its own.
    /// </summary>
    private static List<Activity> WithTitles(Activity activity, SuggestedActions suggested)
    {
        var titles = new SuggestedActions(suggested.To, [.. suggested.Actions!.Select(Titled)]);
        var hasCards = activity.Attachments is { Count: > 0 };
        var lastBreak = activity.Text?.TrimEnd().LastIndexOf('\n') ?? -1;
        var last = hasCards || string.IsNullOrWhiteSpace(activity.Text) ? Nothing : activity.Text[(lastBreak + 1)..].Trim();
        var below = Copy(activity, Harmless(last));
        if (!hasCards && lastBreak < 0)
        {
            below.SuggestedActions = titles;
            return [below];
        }

        if (!hasCards)
            activity.Text = activity.Text![..lastBreak];
        return WithSuggestions(activity, below, titles);
    }

    private static List<Activity> WithSuggestions(Activity activity, Activity below, SuggestedActions suggested)
    {
        activity.SuggestedActions = null;
        below.SuggestedActions = suggested;
        Write(activity);
        return [activity, below];
    }

    private static CardAction Titled(CardAction action) => new(ActionTypes.ImBack, action.Title, value: action.Title);

    private static void Write(Activity activity)
    {
        activity.Text = MarkdownText.Of(activity.Text);
        activity.TextFormat = TextFormatTypes.Markdown;
    }

    /// <summary>Letter by letter, but for tags: with a word joiner inside, a tag is none.</summary>
    private static string Harmless(string text) => text.Replace("<", "<\u2060", StringComparison.Ordinal);

    private static Activity Copy(Activity activity, string text) => new(ActivityTypes.Message)
    {
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Conversation = activity.Conversation,
        From = activity.From,
        Recipient = activity.Recipient,
        ReplyToId = activity.ReplyToId,
        Locale = activity.Locale,
        InputHint = activity.InputHint,
        TextFormat = TextFormatTypes.Plain,
        Text = text,
    };
}
