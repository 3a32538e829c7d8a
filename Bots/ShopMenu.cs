using CommerceBot.Cards;
using CommerceBot.Catalog;

namespace CommerceBot.Bots;

/// <summary>What a channel shows around the conversation: the first button, a greeting, a menu that is always there.</summary>
/// <param name="Languages">The shop's main language first.</param>
public sealed record ShopMenu(string GetStarted, IReadOnlyList<ShopMenuTexts> Languages)
{
    /// <summary>The payload of Messenger's Get Started button.</summary>
    public static string GetStartedPayload { get; } = new ShopAction.Start().Write();

    public static ShopMenu Of(string shopName) => new(GetStartedPayload, [.. Words.Languages.Select(words => Texts(words, shopName))]);

    private static ShopMenuTexts Texts(Words words, string shopName) => new(
        words.Language.Code,
        words.Say("locales").Split('|'),
        words.Language == Language.English,
        Greeting(words, shopName),
        [
            Item(words, "menu.categories", new ShopAction.Categories(0)),
            Item(words, "menu.search", new ShopAction.AskSearch()),
            Item(words, "menu.cart", new ShopAction.ShowCart(0)),
            Item(words, "menu.orders", new ShopAction.MyOrders()),
            Item(words, "menu.help", new ShopAction.Help()),
            Item(words, "menu.person", new ShopAction.Person()),
            Item(words, "menu.language", new ShopAction.Languages()),
        ],
        [
            Item(words, "ice.categories", new ShopAction.Categories(0)),
            Item(words, "ice.search", new ShopAction.AskSearch()),
            Item(words, "ice.orders", new ShopAction.MyOrders()),
            Item(words, "ice.person", new ShopAction.Person()),
        ]);

    private static ShopMenuItem Item(Words words, string key, ShopAction action) => new(words.Say(key), action.Write());

    private static string Greeting(Words words, string shopName)
    {
        const int longest = 160;
        var greeting = words.Say("profile.greeting", ("shop", shopName));
        return greeting.Length <= longest ? greeting : words.Say("profile.greeting.short");
    }
}

/// <param name="Language">Such as <c>it</c>.</param>
/// <param name="Locales">
/// Such as <c>it_IT</c>: those of the language among Messenger's (Supported Locales, of July 2023, read in November 2026).
/// </param>
/// <param name="ForOthers">Whether these are for every other locale too, as the bot's own words are: one rule for menu and conversation.</param>
/// <param name="Greeting">160 characters at most.</param>
/// <param name="Menu">Titles of 30 characters at most.</param>
public sealed record ShopMenuTexts(string Language, IReadOnlyList<string> Locales, bool ForOthers, string Greeting, IReadOnlyList<ShopMenuItem> Menu, IReadOnlyList<ShopMenuItem> IceBreakers);

public sealed record ShopMenuItem(string Title, string Payload);
