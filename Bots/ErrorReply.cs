using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Dialogs;
using Microsoft.Bot.Builder;

namespace CommerceBot.Bots;

/// <summary>What a shopper hears when a turn failed for good. It touches no store: whatever broke may be one.</summary>
public static class ErrorReply
{
    /// <summary>
    /// In the language of the turn, or of the message's locale where the turn got no further; with buttons to the menu and to a
    /// person.
    /// </summary>
    public static Task SendAsync(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var texts = ShopTurn.Find(turnContext)?.Texts ?? Texts.Of(Texts.OfLocale(turnContext.Activity.Locale) ?? Language.English);
        return turnContext.SendActivityAsync(Reply.Text(
            texts.Get("error"),
            ActionButton.For(texts.Get("button.menu"), new ShopAction.Menu()),
            ActionButton.For(texts.Get("button.person"), new ShopAction.Person())));
    }
}
