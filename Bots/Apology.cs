using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Dialogs;
using Microsoft.Bot.Builder;

namespace CommerceBot.Bots;

/// <summary>What a shopper hears when a turn failed for good. It touches no store: whatever broke may be one.</summary>
public static class Apology
{
    public static Task SayAsync(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var words = Turn.Find(turnContext)?.Words ?? Words.Of(Words.OfLocale(turnContext.Activity.Locale) ?? Language.English);
        return turnContext.SendActivityAsync(Reply.Words(
            words.Say("apology"),
            Tap.On(words.Say("button.menu"), new ShopAction.Menu()),
            Tap.On(words.Say("button.person"), new ShopAction.Person())));
    }
}
