using CommerceBot.Cards;
using CommerceBot.Chats;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Greeting, menu, help, language, and the way to a person: what is always there.</summary>
internal sealed class Welcome(ShopSettings shop, ChatQueue queue)
{
    /// <summary>Says who speaks here, by first name, and what can be done.</summary>
    public async Task GreetAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        turn.Conversation.Greeted = true;
        var name = FirstName(turn);
        var hello = name is null
            ? turn.Texts.Get("hello", ("shop", shop.Name))
            : turn.Texts.Get("hello.name", ("name", name), ("shop", shop.Name));
        await turn.SendTextAsync(hello, await ChoicesAsync(turn, cancellationToken));
    }

    /// <summary>For somebody who begins with a question: one line, then the answer.</summary>
    public Task IntroduceAsync(ShopTurn turn)
    {
        turn.Conversation.Greeted = true;
        return turn.SendTextAsync(turn.Texts.Get("intro", ("shop", shop.Name)));
    }

    public static Task MenuAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        OfferAsync(turn, turn.Texts.Get("menu.text"), cancellationToken);

    public static Task HelpAsync(ShopTurn turn, CancellationToken cancellationToken) =>
        OfferAsync(turn, turn.Texts.Get("help.text"), cancellationToken);

    /// <summary>Any sentence, with everything that can be done under it.</summary>
    public static async Task OfferAsync(ShopTurn turn, string text, CancellationToken cancellationToken) =>
        await turn.SendTextAsync(text, await ChoicesAsync(turn, cancellationToken));

    /// <summary>Calls a person of the shop into the chat; where nobody could answer there, says how to reach one.</summary>
    public async Task PersonAsync(ShopTurn turn, CancellationToken cancellationToken, ChatReason reason = ChatReason.Asked)
    {
        var unfinished = await UnfinishedAsync(turn, cancellationToken);
        if (await queue.TryWaitAsync(turn, reason, cancellationToken) is { } told)
            await turn.SendTextAsync(
                told, [.. unfinished, ActionButton.For(turn.Texts.Get("button.menu"), new ShopAction.Menu())]);
        else
            await turn.SendAsync(Reply.Card(
                null, SupportCard.Of(shop.SupportEmail, shop.SupportPhone, turn.Texts), unfinished));
    }

    public static Task LanguagesAsync(ShopTurn turn) => turn.SendTextAsync(
        turn.Texts.Get("language.ask"),
        Texts.Languages.Select(texts => ActionButton.For(texts.Get("language.name"), new ShopAction.SetLanguage(texts.Language))));

    public static Task SpeakAsync(ShopTurn turn, Catalog.Language language, CancellationToken cancellationToken)
    {
        turn.UseLanguage(language);
        return OfferAsync(turn, turn.Texts.Get("language.now"), cancellationToken);
    }

    /// <summary>What was left in the middle first, then the shop.</summary>
    public static async Task<IReadOnlyList<CardAction>> ChoicesAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        List<CardAction> choices = [.. await UnfinishedAsync(turn, cancellationToken)];
        choices.AddRange([
            ActionButton.For(texts.Get("button.categories"), new ShopAction.Categories(0)),
            ActionButton.For(texts.Get("button.search"), new ShopAction.AskSearch()),
            ActionButton.For(texts.Get("button.cart"), new ShopAction.ShowCart(0)),
            ActionButton.For(texts.Get("button.orders"), new ShopAction.MyOrders()),
            ActionButton.For(texts.Get("button.help"), new ShopAction.Help()),
        ]);
        return choices;
    }

    /// <summary>A purchase begun and an order not yet paid.</summary>
    public static async Task<IReadOnlyList<CardAction>> UnfinishedAsync(ShopTurn turn, CancellationToken cancellationToken)
    {
        var unfinished = new List<CardAction>();
        if ((await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).Buying is not null)
            unfinished.Add(ActionButton.For(turn.Texts.Get("button.resume"), new ShopAction.Resume()));
        if (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken) is [{ CanBePaid: true } order])
            unfinished.Add(ActionButton.For(turn.Texts.Get("button.pay"), new ShopAction.PayOrder(order.Number)));
        return unfinished;
    }

    /// <summary>A channel's placeholder for nobody in particular is no name.</summary>
    private static string? FirstName(ShopTurn turn)
    {
        var name = turn.Context.Activity.From?.Name?.Trim();
        return string.IsNullOrEmpty(name) || name.Length > 40 || IntentPhrases.Fold(name) is "user" or "you" or "user1" or "bot"
            ? null
            : name.Split(' ')[0];
    }
}
