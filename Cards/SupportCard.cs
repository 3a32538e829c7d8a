using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>How to reach a person.</summary>
internal static class SupportCard
{
    public static Attachment Of(string email, string? phone, Texts texts) =>
        new HeroCard(
            texts.Get("person.title"), text: texts.Get("person.text", ("email", email)), buttons: phone is null
                ? [ActionButton.For(texts.Get("button.menu"), new ShopAction.Menu())]
                : [ActionButton.Call(texts.Get("button.call"), phone), ActionButton.For(texts.Get("button.menu"), new ShopAction.Menu())]
        ).ToAttachment();
}
