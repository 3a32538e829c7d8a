using CommerceBot.Cards;
using CommerceBot.Catalog;

namespace CommerceBot.Bots;

/// <summary>What a channel shows around the conversation: the first button, a greeting, a menu that is always there.</summary>
/// <param name="Languages">The shop's main language first.</param>
public sealed record ShopMenu(string GetStarted, IReadOnlyList<ShopMenuTexts> Languages)
{
    /// <summary>The payload of Messenger's Get Started button.</summary>
    public static string GetStartedPayload { get; } = new ShopAction.Start().Write();

    /// <summary>
    /// What is shown around the conversation in every language of the texts, each tap a <see cref="ShopAction"/> written as its
    /// payload.
    /// </summary>
    public static ShopMenu Of(string shopName) => new(GetStartedPayload, [.. Texts.Languages.Select(texts => TextsIn(texts, shopName))]);

    private static ShopMenuTexts TextsIn(Texts texts, string shopName) => new(
        texts.Language.Code,
        texts.Get("locales").Split('|'),
        texts.Language == Language.English,
        Greeting(texts, shopName),
        [
            Item(texts, "menu.categories", new ShopAction.Categories(0)),
            Item(texts, "menu.search", new ShopAction.AskSearch()),
            Item(texts, "menu.cart", new ShopAction.ShowCart(0)),
            Item(texts, "menu.orders", new ShopAction.MyOrders()),
            Item(texts, "menu.withdraw", new ShopAction.AskWithdrawal()),
            Item(texts, "menu.help", new ShopAction.Help()),
            Item(texts, "menu.person", new ShopAction.Person()),
            Item(texts, "menu.language", new ShopAction.Languages()),
        ],
        [
            Item(texts, "ice.categories", new ShopAction.Categories(0)),
            Item(texts, "ice.search", new ShopAction.AskSearch()),
            Item(texts, "ice.orders", new ShopAction.MyOrders()),
            Item(texts, "ice.person", new ShopAction.Person()),
        ]);

    private static ShopMenuItem Item(Texts texts, string key, ShopAction action) => new(texts.Get(key), action.Write());

    private static string Greeting(Texts texts, string shopName)
    {
        const int longest = 160;
        var greeting = texts.Get("profile.greeting", ("shop", shopName));
        return greeting.Length <= longest ? greeting : texts.Get("profile.greeting.short");
    }
}

/// <param name="Language">Such as <c>it</c>.</param>
/// <param name="Locales">
/// Such as <c>it_IT</c>: those of the language among Messenger's (Supported Locales, of July 2023, read in November 2026).
/// </param>
/// <param name="ForOthers">Whether these are for every other locale too, as the bot's own words are: one rule for menu
/// and conversation.</param>
/// <param name="Greeting">160 characters at most.</param>
/// <param name="Menu">Titles of 30 characters at most.</param>
public sealed record ShopMenuTexts(
    string Language, IReadOnlyList<string> Locales, bool ForOthers, string Greeting, IReadOnlyList<ShopMenuItem> Menu,
    IReadOnlyList<ShopMenuItem> IceBreakers);

/// <summary>
/// A line of the menu or an ice breaker: <paramref name="Payload"/> is a <see cref="ShopAction"/>, sent back when it is tapped.
/// </summary>
public sealed record ShopMenuItem(string Title, string Payload);
