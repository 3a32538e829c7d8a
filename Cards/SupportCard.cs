using Microsoft.Bot.Schema;

namespace CommerceBot.Cards;

/// <summary>How to reach a person.</summary>
internal static class SupportCard
{
    public static Attachment Of(string email, string? phone, Words words) => new HeroCard(
        words.Say("person.title"),
        text: words.Say("person.text", ("email", email)),
        buttons: phone is null ? [Tap.On(words.Say("button.menu"), new ShopAction.Menu())]
            : [Tap.Call(words.Say("button.call"), phone), Tap.On(words.Say("button.menu"), new ShopAction.Menu())]).ToAttachment();
}
