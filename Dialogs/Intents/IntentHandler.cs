using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using Microsoft.Bot.Schema;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>
/// Answers what a shopper wrote in their own words: finds the intent, answers it or says which button would, and offers the two likeliest
/// when it is not sure. Nothing here orders or cancels anything: that takes a tap.
/// </summary>
internal sealed class IntentHandler(ShopRecognizer recognizer, TopicAnswers topics, Welcome welcome)
{
    private readonly OrderIntents _orders = new(topics, welcome);

    /// <summary>What a sentence means in this conversation.</summary>
    public async Task<RecognizedUtterance> RecognizeAsync(ShopTurnText said, CancellationToken cancellationToken) =>
        recognizer.Recognize(said.Text, new RecognitionContext(
            said.Turn.Language, Categories: await said.Turn.Catalog.CategoriesAsync(said.Turn.Language, cancellationToken)));

    /// <summary>Whether a sentence asks for something else than the answer to a pending question.</summary>
    public bool Interrupts(Turn turn, string text, Question? open) =>
        IntentRules.Interrupts(recognizer.Recognize(text, new RecognitionContext(turn.Language)), text, open);

    /// <summary>Answers a sentence; the action that comes next, when it takes one.</summary>
    public async Task<ShopAction?> HandleAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (await topics.TryByExampleAsync(turn, text, cancellationToken))
            return null;
        var said = await RecognizeAsync(new ShopTurnText(turn, text), cancellationToken);
        if (!said.IsConfident)
            return await ProductIntents.TryFindAsync(turn, said, cancellationToken) ? null : await OfferAsync(turn, said, cancellationToken);
        var next = await AnswerAsync(turn, said.TopIntent, said, cancellationToken);
        if (next is not null || said.Second is not { } second || second.Intent == said.TopIntent)
            return next;
        var other = await RecognizeAsync(new ShopTurnText(turn, second.Text), cancellationToken);
        return await AnswerAsync(turn, second.Intent, other, cancellationToken);
    }

    /// <summary>A question in the middle of something else: only what leaves the rest as it is.</summary>
    public async Task<bool> TryAnswerAsideAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (await topics.TryByExampleAsync(turn, text, cancellationToken))
            return true;
        var said = await RecognizeAsync(new ShopTurnText(turn, text), cancellationToken);
        return said.TopIntent switch
        {
            Intent.ProductFact or Intent.Stock => await ProductIntents.FactAsync(turn, said, cancellationToken) is null,
            Intent.OrderStatus when (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken)).Count == 0 =>
                await topics.TryAsync(turn, Intent.DeliveryInfo, cancellationToken),
            Intent.Complaint or Intent.RefundReturn or Intent.CancelOrder or Intent.OrderStatus =>
                await _orders.HandleAsync(turn, said.TopIntent, said, cancellationToken) is null,
            var intent => await topics.TryAsync(turn, intent, cancellationToken),
        };
    }

    private async Task<ShopAction?> AnswerAsync(Turn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        switch (intent)
        {
            case Intent.Greeting:
                return new ShopAction.Start();
            case Intent.Help:
                return new ShopAction.Help();
            case Intent.Person:
                return new ShopAction.Person();
            case Intent.Language:
                return said.Entities.Language is { } language && Words.Knows(language) ? new ShopAction.Speak(language) : new ShopAction.Languages();
            case Intent.Yes or Intent.No:
                return new ShopAction.Menu();
            case Intent.Gibberish:
                if (!await ProductIntents.TryFindAsync(turn, said, cancellationToken))
                    await Browse.NothingAsync(turn, said.Text, [], cancellationToken);
                return null;
            case Intent.OrderStatus or Intent.CancelOrder or Intent.RefundReturn or Intent.Complaint or Intent.Reorder:
                return await _orders.HandleAsync(turn, intent, said, cancellationToken);
            case Intent.CartShow or Intent.CartAdd or Intent.CartRemove or Intent.CartQuantity or Intent.Checkout or Intent.CheckoutEdit:
                return await CartIntents.HandleAsync(turn, intent, said, cancellationToken);
            case Intent.Search or Intent.PriceFilter or Intent.GiftHelp or Intent.Offers or Intent.Bestsellers or Intent.BrowseCategory
                or Intent.ProductFact or Intent.Stock:
                return await ProductIntents.HandleAsync(turn, intent, said, cancellationToken);
            default:
                if (!await topics.TryAsync(turn, intent, cancellationToken))
                    await Welcome.OfferAsync(turn, turn.Words.Say("intent.unclear"), cancellationToken);
                return null;
        }
    }

    /// <summary>Says that it is not sure, with the two likeliest, the search and a person a tap away.</summary>
    private static async Task<ShopAction?> OfferAsync(Turn turn, RecognizedUtterance said, CancellationToken cancellationToken)
    {
        var likely = said.Intents.Take(2).Select(ranked => ranked.Intent).Where(intent => IntentRules.ActionOf(intent, said.Text) is not null)
            .Select(intent => Tap.On(turn.Words.Say($"intent.{IntentNames.Of(intent)}"), IntentRules.ActionOf(intent, said.Text)!));
        IEnumerable<CardAction> always =
        [
            Tap.On(turn.Words.Say("intent.search"), new ShopAction.Search(said.Text, 0)),
            Tap.On(turn.Words.Say("button.person"), new ShopAction.Person()),
            Tap.On(turn.Words.Say("button.menu"), new ShopAction.Menu()),
        ];
        await turn.SayAsync(turn.Words.Say("intent.unsure"), likely.Concat(always).DistinctBy(button => button.Value));
        return null;
    }
}

/// <summary>A sentence and the turn in which it was said.</summary>
internal sealed record ShopTurnText(Turn Turn, string Text);
