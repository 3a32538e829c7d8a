using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>One reply: words, cards under them, and quick replies under those.</summary>
internal static class Reply
{
    public static Activity Text(string text, params IEnumerable<CardAction> quick) => With(MessageFactory.Text(text), quick);

    public static Activity Card(string? text, Attachment card, params IEnumerable<CardAction> quick) =>
        With((Activity)MessageFactory.Attachment(card, text), quick);

    /// <summary>Cards side by side.</summary>
    public static Activity Row(string? text, IEnumerable<Attachment> cards, params IEnumerable<CardAction> quick) =>
        With((Activity)MessageFactory.Carousel(cards, text), quick);

    private static Activity With(Activity reply, IEnumerable<CardAction> quick)
    {
        // A merchant's titles may hold asterisks and underscores; nothing of ours is Markdown.
        reply.TextFormat = TextFormatTypes.Plain;
        var actions = quick.ToList();
        if (actions.Count > 0)
            reply.SuggestedActions = new SuggestedActions(actions: actions);
        return reply;
    }
}
