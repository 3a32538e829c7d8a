using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace CommerceBot.Channels.Connector;

/// <summary>A card as the client shows it. Attachments that are no card of the bot's stay as they are.</summary>
internal static class CardMapping
{
    private const string Tel = "tel:";

    public static Attachment Of(Attachment attachment, ChannelAbilities abilities) => attachment.Content switch
    {
        HeroCard card when abilities.ShowsAdaptiveCardsOnly => AdaptiveCards.Of(card),
        ReceiptCard receipt when abilities.ShowsAdaptiveCardsOnly => AdaptiveCards.Of(receipt),
        HeroCard card => Escaped(card, abilities).ToAttachment(),
        ReceiptCard receipt => ReceiptMapping.Of(receipt, abilities).ToAttachment(),
        _ => attachment,
    };

    /// <summary>A button with the bare number, where the client puts "tel:" before whatever it is given.</summary>
    public static CardAction Button(CardAction action, ChannelAbilities abilities)
    {
        if (action is not { Type: ActionTypes.Call, Value: string number } || !abilities.PutsTelBeforeCalls)
            return action;
        var bare = number.StartsWith(Tel, StringComparison.OrdinalIgnoreCase) ? number[Tel.Length..] : number;
        return new CardAction(action.Type, action.Title, value: bare);
    }

    private static HeroCard Escaped(HeroCard card, ChannelAbilities abilities) => new(
        MarkdownText.Of(card.Title),
        MarkdownText.Of(card.Subtitle),
        MarkdownText.Of(card.Text),
        card.Images,
        card.Buttons is { } buttons ? [.. buttons.Select(button => Button(button, abilities))] : null,
        card.Tap);
}
