using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using Microsoft.Bot.Schema;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>
/// Answers what a shopper wrote in their own words: finds the intent, answers it or says which button would, and offers the two likeliest
/// when it is not sure. Nothing here orders or cancels anything: that takes a tap.
/// </summary>
internal sealed class IntentHandler(
    ShopRecognizer recognizer, TopicAnswers topics, Welcome welcome, AssistedRecognition assisted, ShopSettings shop)
{
    private readonly OrderIntents _orders = new(topics, welcome, shop);

    /// <summary>The merchant's own answer about this; false when there is none.</summary>
    public Task<bool> AnswerTopicAsync(ShopTurn turn, Intent intent, CancellationToken cancellationToken) =>
        topics.TryAsync(turn, intent, cancellationToken);

    /// <summary>What a sentence means in this conversation.</summary>
    public async Task<RecognizedUtterance> RecognizeAsync(ShopTurnText said, CancellationToken cancellationToken) =>
        recognizer.Recognize(said.Text, new RecognitionContext(
            said.Turn.Language, Categories: await said.Turn.Catalog.CategoriesAsync(said.Turn.Language, cancellationToken)));

    /// <summary>What a sentence means, whatever the conversation is about.</summary>
    public RecognizedUtterance Recognize(string text, Catalog.Language language) =>
        recognizer.Recognize(text, new RecognitionContext(language));

    /// <summary>Whether a sentence is about what was answered in a checkout: "the address is wrong".</summary>
    public bool IsAboutAnswers(ShopTurn turn, string text) => Recognize(text, turn.Language).TopIntent == Intent.CheckoutEdit;

    /// <summary>Whether a sentence asks for something else than the answer to a pending question.</summary>
    public bool Interrupts(ShopTurn turn, string text, Question? open) =>
        IntentRules.Interrupts(Recognize(text, turn.Language), text, open);

    /// <summary>
    /// Answers what is said in the middle of a question and is no answer to it: another language, a question of the shopper's own.
    /// When it did, the pending question is asked again.
    /// </summary>
    public async Task<bool> TryInterruptAsync(ShopTurn turn, Utterance utterance, CancellationToken cancellationToken)
    {
        var language = utterance switch
        {
            { Action: ShopAction.SetLanguage speak } => speak.Language,
            { Action: null, Intent: ShopIntent.Italian } => Catalog.Language.Italian,
            { Action: null, Intent: ShopIntent.English } => Catalog.Language.English,
            _ => (Catalog.Language?)null,
        };
        if (language is { } chosen)
            return await SpeakAsync(turn, chosen);
        return utterance is { Action: null, Text.Length: > 0, Intent: ShopIntent.None }
            && Interrupts(turn, utterance.Text, null)
            && await TryAnswerAsideAsync(turn, utterance.Text, cancellationToken);
    }

    /// <summary>Whether an answer in free words reads like something else, and is asked once more.</summary>
    public bool Doubts(ShopTurn turn, string text, Question? open) =>
        IntentRules.IsDoubtful(recognizer.Recognize(text, new RecognitionContext(turn.Language)), open);

    /// <summary>Answers a sentence; the action that comes next, when it takes one.</summary>
    public async Task<ShopAction?> HandleAsync(ShopTurn turn, string text, CancellationToken cancellationToken)
    {
        // Whatever the merchant says of personal data, what the shopper may do about theirs is offered with it.
        if (await topics.GiveByExampleAsync(turn, text) is { } given)
            return given.Intents.Contains(Intent.Privacy) && PrivacyHandler.IsAskedForIn(text) ? new ShopAction.MyData() : null;
        var said = await RecognizeAsync(new ShopTurnText(turn, text), cancellationToken);
        if (!said.IsConfident)
            return await ProductIntents.TryFindAsync(turn, said, cancellationToken)
                    || await assisted.TryAskAsync(turn, said, cancellationToken)
                ? null
                : await OfferAsync(turn, said);
        var next = await AnswerAsync(turn, said.TopIntent, said, cancellationToken);
        // Whoever waits for a person is not shown goods for the rest of the complaint.
        if (next is not null || turn.HasChatEvents || said.Second is not { } second || second.Intent == said.TopIntent
            || await IsToldAsync(turn, said.TopIntent, second.Intent, cancellationToken))
            return next;
        var other = await RecognizeAsync(new ShopTurnText(turn, second.Text), cancellationToken);
        return await AnswerAsync(turn, second.Intent, other, cancellationToken);
    }

    /// <summary>"How much is delivery and when will it come?": whoever ordered nothing was told both.</summary>
    private static async Task<bool> IsToldAsync(ShopTurn turn, Intent first, Intent second, CancellationToken cancellationToken) =>
        first == Intent.DeliveryInfo && second == Intent.OrderStatus
        && (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken)).Count == 0;

    /// <summary>
    /// Answers a sentence by what a language model made of it, or by the usual offer when it made nothing. What would change something
    /// is never done on its word: it is offered as a button.
    /// </summary>
    public async Task<ShopAction?> HandleAssistedAsync(
        ShopTurn turn, string text, AssistantAnswer? answer, CancellationToken cancellationToken)
    {
        var said = await RecognizeAsync(new ShopTurnText(turn, text), cancellationToken);
        if (answer is null)
            return await OfferAsync(turn, said);
        var meant = AssistedUtterance.Apply(said, answer, await turn.Catalog.CategoriesAsync(turn.Language, cancellationToken));
        var next = await AnswerAsync(turn, answer.Intent, meant, cancellationToken);
        return next is null || IntentRules.OnlyShows(next) ? next : await OfferAsync(turn, meant, next);
    }

    /// <summary>A question in the middle of something else: only what leaves the rest as it is.</summary>
    public async Task<bool> TryAnswerAsideAsync(ShopTurn turn, string text, CancellationToken cancellationToken)
    {
        if (await topics.TryByExampleAsync(turn, text, cancellationToken))
            return true;
        var said = await RecognizeAsync(new ShopTurnText(turn, text), cancellationToken);
        return said.TopIntent switch
        {
            Intent.Language => await SpeakAsync(turn, said.Entities.Language),
            Intent.ProductFact or Intent.Stock when await AsksOfDeliveriesAsync(turn, said, cancellationToken) =>
                await topics.TryAsync(turn, Intent.DeliveryInfo, cancellationToken),
            Intent.ProductFact or Intent.Stock when await ProductIntents.NamedAsync(turn, said, cancellationToken) is null => false,
            Intent.ProductFact or Intent.Stock => await ProductIntents.FactAsync(turn, said, cancellationToken) is null,
            Intent.OrderStatus when (await turn.Orders.NewestAsync(turn.Shopper, 1, cancellationToken)).Count == 0 =>
                await topics.TryAsync(turn, Intent.DeliveryInfo, cancellationToken),
            Intent.Complaint or Intent.RefundReturn or Intent.CancelOrder or Intent.OrderStatus =>
                await IsAnsweredAsync(turn, await _orders.HandleAsync(turn, said.TopIntent, said, cancellationToken)),
            Intent.Person => await IsSaidAsync(welcome.PersonAsync(turn, cancellationToken)),
            var intent when IntentRules.LaterWord(intent) is { } later => await IsSaidAsync(turn.SendTextAsync(turn.Texts.Get(later))),
            var intent => await topics.TryAsync(turn, intent, cancellationToken),
        };
    }

    /// <summary>Sending goods back takes steps of its own: it waits until the open question is over.</summary>
    private static async Task<bool> IsAnsweredAsync(ShopTurn turn, ShopAction? next) =>
        next is ShopAction.AskReturns or ShopAction.AskReturn
            ? await IsSaidAsync(turn.SendTextAsync(turn.Texts.Get("aside.later")))
            : next is null;

    private static async Task<bool> IsSaidAsync(Task said)
    {
        await said;
        return true;
    }

    /// <summary>"What is the difference? Which comes first?" is about the deliveries that were just offered.</summary>
    private static async Task<bool> AsksOfDeliveriesAsync(ShopTurn turn, RecognizedUtterance said, CancellationToken cancellationToken) =>
        (await turn.Orders.DraftAsync(turn.Shopper, cancellationToken)).FirstMissing == Question.DeliveryMethod
        && await ProductIntents.NamedInAsync(turn, said, cancellationToken) is null;

    /// <summary>From now on in this language; asks which, when it is none that the shop speaks.</summary>
    private static async Task<bool> SpeakAsync(ShopTurn turn, Catalog.Language? language)
    {
        if (language is not { } chosen || !Texts.Knows(chosen))
        {
            await Welcome.LanguagesAsync(turn);
            return true;
        }

        turn.UseLanguage(chosen);
        await turn.SendTextAsync(turn.Texts.Get("language.now"));
        return true;
    }

    private async Task<ShopAction?> AnswerAsync(ShopTurn turn, Intent intent, RecognizedUtterance said, CancellationToken cancellationToken)
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
                return said.Entities.Language is { } language && Texts.Knows(language)
                    ? new ShopAction.SetLanguage(language)
                    : new ShopAction.Languages();
            case Intent.Yes or Intent.No:
                return new ShopAction.Menu();
            case Intent.Gibberish:
                if (await ProductIntents.TryFindAsync(turn, said, cancellationToken))
                    return null;
                NotUnderstood(turn, said);
                await CatalogHandler.NothingAsync(turn, said.Text, [], cancellationToken);
                return null;
            case Intent.OrderStatus or Intent.CancelOrder or Intent.RefundReturn or Intent.Complaint or Intent.Reorder or Intent.Invoice:
                return await _orders.HandleAsync(turn, intent, said, cancellationToken);
            case Intent.Privacy when PrivacyHandler.IsAskedForIn(said.Text):
                await topics.TryAsync(turn, intent, cancellationToken);
                return new ShopAction.MyData();
            case Intent.CartShow or Intent.CartAdd or Intent.CartRemove or Intent.CartQuantity or Intent.Checkout or Intent.CheckoutEdit:
                return await CartIntents.HandleAsync(turn, intent, said, cancellationToken);
            case Intent.Search or Intent.PriceFilter or Intent.GiftHelp or Intent.Offers or Intent.Bestsellers or Intent.BrowseCategory
                or Intent.ProductFact or Intent.Stock:
                return await ProductIntents.HandleAsync(turn, intent, said, cancellationToken);
            default:
                if (await topics.TryAsync(turn, intent, cancellationToken))
                    return null;
                NotUnderstood(turn, said);
                await Welcome.OfferAsync(turn, turn.Texts.Get("intent.unclear"), cancellationToken);
                return null;
        }
    }

    private static void NotUnderstood(ShopTurn turn, RecognizedUtterance said) =>
        turn.NotUnderstood(said.Text, IntentNames.Of(said.TopIntent));

    /// <summary>Says that it is not sure, with the two likeliest, the search and a person a tap away.</summary>
    /// <param name="first">What the likeliest intent means here; null for what it means anywhere.</param>
    private static async Task<ShopAction?> OfferAsync(ShopTurn turn, RecognizedUtterance said, ShopAction? first = null)
    {
        // Whoever waits for a person has said it to the person: no guess of ours stands in between.
        if (first is null && await ChatHandler.IsWaitingAsync(turn, CancellationToken.None))
        {
            await turn.SendTextAsync(turn.Texts.Get("chat.waiting.noted"));
            return null;
        }

        if (first is null)
            NotUnderstood(turn, said);
        var likely = said
            .Intents.Take(2)
            .Select(ranked => ranked.Intent)
            .Select((intent, place) => (Intent: intent, Action: (place == 0 ? first : null) ?? IntentRules.ActionOf(intent, said.Text)))
            .Where(each => each.Action is not null)
            .Select(each => ActionButton.For(turn.Texts.Get($"intent.{IntentNames.Of(each.Intent)}"), each.Action!));
        IEnumerable<CardAction> always =
        [
            ActionButton.For(turn.Texts.Get("intent.search"), new ShopAction.Search(said.Text, 0)),
            ActionButton.For(turn.Texts.Get("button.person"), new ShopAction.Person()),
            ActionButton.For(turn.Texts.Get("button.menu"), new ShopAction.Menu()),
        ];
        await turn.SendTextAsync(turn.Texts.Get("intent.unsure"), likely.Concat(always).DistinctBy(button => button.Value));
        return null;
    }
}

/// <summary>A sentence and the turn in which it was said.</summary>
internal sealed record ShopTurnText(ShopTurn Turn, string Text);
