using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Greeting, menu, help, language, and the way to a person: what is always there.</summary>
internal sealed class Welcome(ShopSettings shop)
{
    /// <summary>Says who speaks here, by first name, and what can be done.</summary>
    public async Task GreetAsync(Turn turn, CancellationToken cancellationToken)
    {
        turn.Talk.Greeted = true;
        var name = FirstName(turn);
        var hello = name is null
            ? turn.Words.Say("hello", ("shop", shop.Name))
            : turn.Words.Say("hello.name", ("name", name), ("shop", shop.Name));
        await turn.SayAsync(hello, await ChoicesAsync(turn, cancellationToken));
    }

    /// <summary>For somebody who begins with a question: one line, then the answer.</summary>
    public Task IntroduceAsync(Turn turn)
    {
        turn.Talk.Greeted = true;
        return turn.SayAsync(turn.Words.Say("intro", ("shop", shop.Name)));
    }

    public static Task MenuAsync(Turn turn, CancellationToken cancellationToken) => OfferAsync(turn, turn.Words.Say("menu.text"), cancellationToken);

    public static Task HelpAsync(Turn turn, CancellationToken cancellationToken) => OfferAsync(turn, turn.Words.Say("help.text"), cancellationToken);

    /// <summary>Any sentence, with everything that can be done under it.</summary>
    public static async Task OfferAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        await turn.SayAsync(text, await ChoicesAsync(turn, cancellationToken));

    public async Task PersonAsync(Turn turn, CancellationToken cancellationToken) => await turn.SendAsync(Reply.Card(
        null, SupportCard.Of(shop.SupportEmail, shop.SupportPhone, turn.Words), await UnfinishedAsync(turn, cancellationToken)));

    public static Task LanguagesAsync(Turn turn) => turn.SayAsync(
        turn.Words.Say("language.ask"),
        Words.Languages.Select(words => Tap.On(words.Say("language.name"), new ShopAction.Speak(words.Language))));

    public static Task SpeakAsync(Turn turn, Catalog.Language language, CancellationToken cancellationToken)
    {
        turn.Speak(language);
        return OfferAsync(turn, turn.Words.Say("language.now"), cancellationToken);
    }

    /// <summary>What was left in the middle first, then the shop.</summary>
    public static async Task<IReadOnlyList<CardAction>> ChoicesAsync(Turn turn, CancellationToken cancellationToken)
    {
        var words = turn.Words;
        List<CardAction> choices = [.. await UnfinishedAsync(turn, cancellationToken)];
        choices.AddRange([
            Tap.On(words.Say("button.categories"), new ShopAction.Categories(0)),
            Tap.On(words.Say("button.search"), new ShopAction.AskSearch()),
            Tap.On(words.Say("button.cart"), new ShopAction.ShowCart(0)),
            Tap.On(words.Say("button.orders"), new ShopAction.MyOrders()),
            Tap.On(words.Say("button.help"), new ShopAction.Help()),
        ]);
        return choices;
    }

    /// <summary>A purchase begun and an order not yet paid.</summary>
    public static async Task<IReadOnlyList<CardAction>> UnfinishedAsync(Turn turn, CancellationToken cancellationToken)
    {
        var unfinished = new List<CardAction>();
        if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null)
            unfinished.Add(Tap.On(turn.Words.Say("button.resume"), new ShopAction.Resume()));
        if (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken) is [{ CanBePaid: true } order])
            unfinished.Add(Tap.On(turn.Words.Say("button.pay"), new ShopAction.PayOrder(order.Number)));
        return unfinished;
    }

    /// <summary>A channel's placeholder for nobody in particular is no name.</summary>
    private static string? FirstName(Turn turn)
    {
        var name = turn.Context.Activity.From?.Name?.Trim();
        return string.IsNullOrEmpty(name) || name.Length > 40 || Wishes.Fold(name) is "user" or "you" or "user1" or "bot" ? null : name.Split(' ')[0];
    }
}
