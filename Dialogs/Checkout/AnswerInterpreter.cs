using CommerceBot.Cards;
using CommerceBot.Catalog;
using CommerceBot.Orders;
using Microsoft.Bot.Builder.Dialogs.Choices;

namespace CommerceBot.Dialogs;

/// <summary>Reads what a shopper says or taps inside a checkout.</summary>
internal static class AnswerInterpreter
{
    /// <summary>What takes the note away, on its button.</summary>
    public const string NoNote = "no";

    private const int LeastPostcodeDigits = 4;

    /// <param name="interrupts">Whether a sentence wants something else than to answer.</param>
    /// <param name="doubts">Whether a name, town or street reads like a sentence about something else.</param>
    public static CheckoutInput Understand(
        Utterance utterance, CheckoutDraft draft, CheckoutScene scene, ShopSettings shop, Func<string, bool> interrupts,
        Func<string, bool> doubts)
    {
        if (utterance.Action is { } action)
            return TapInterpreter.Understand(action, draft, scene, shop);
        if (utterance.IsBroken || utterance.Text.Length == 0)
            return new CheckoutInput.Repeat();
        if (OfOffer(utterance.Intent, draft, scene, shop) is { } decided)
            return decided;
        if (scene.Open is (Question.Name or Question.City or Question.Street) and { } free && IsWordOfOurs(utterance.Intent))
            return OfAWord(free, utterance.Text, draft, scene, shop);
        return utterance.Intent switch
        {
            ShopIntent.Cancel => new CheckoutInput.Stop(),
            ShopIntent.Back => new CheckoutInput.GoBack(),
            ShopIntent.Help => new CheckoutInput.Explain(),
            ShopIntent.Language => new CheckoutInput.AskLanguage(),
            ShopIntent.Italian when scene.Open is not Question.Country => new CheckoutInput.Speak(Language.Italian),
            ShopIntent.English when scene.Open is not Question.Country => new CheckoutInput.Speak(Language.English),
            ShopIntent.Menu or ShopIntent.Categories or ShopIntent.Search or ShopIntent.Cart or ShopIntent.Orders or ShopIntent.Person =>
                new CheckoutInput.Elsewhere(),
            ShopIntent.Greeting or ShopIntent.Thanks or ShopIntent.Checkout => new CheckoutInput.Repeat(),
            ShopIntent.Yes or ShopIntent.OrderAndPay or ShopIntent.PayNow or ShopIntent.Paid => Agreed(
                utterance.Intent, draft, scene, shop),
            ShopIntent.No => Declined(draft, scene),
            _ => InWords(utterance, draft, scene, shop, interrupts, doubts),
        };
    }

    /// <summary>Answers of last time in the place of those that are missing, while they are offered together; else null.</summary>
    public static Answers? Together(CheckoutDraft draft, bool fresh, ShopSettings shop) =>
        fresh || draft.Proposed is not null || draft.Doubted is not null ? null : draft.OfferTogether(shop.Checkout);

    /// <summary>The method that a shopper means by its id, its name or its place in the list; null when it is none of them.</summary>
    public static DeliveryMethodId? Delivery(string text, IReadOnlyList<DeliveryOffer> offers, Language language)
    {
        if (offers.FirstOrDefault(offer => offer.Method.Id.Value == text) is { } tapped)
            return tapped.Method.Id;
        var found = ChoiceReading.Of(text, [.. offers.Select(offer => offer.Method.Name)], language);
        return found is { } at ? offers[at].Method.Id : null;
    }

    /// <summary>A yes or no to what is offered as a whole.</summary>
    private static CheckoutInput? OfOffer(ShopIntent intent, CheckoutDraft draft, CheckoutScene scene, ShopSettings shop) => intent switch
    {
        ShopIntent.Yes when draft.Proposed is { } proposed => new CheckoutInput.Known(draft.Fill(proposed, shop.Checkout)),
        ShopIntent.No when draft.Proposed is not null => new CheckoutInput.AskFresh(draft with { Proposed = null }),
        ShopIntent.Yes when Together(draft, scene.Fresh, shop) is not null => Taken(draft, Questions.All, shop),
        ShopIntent.No when Together(draft, scene.Fresh, shop) is not null => new CheckoutInput.AskChange(
            draft.Confirm(Questions.All, shop.Checkout)),
        _ => null,
    };

    /// <summary>The question's own rule decides first where it can; a sentence is never taken for a name, a town or a street.</summary>
    private static CheckoutInput InWords(
        Utterance utterance, CheckoutDraft draft, CheckoutScene scene, ShopSettings shop, Func<string, bool> interrupts,
        Func<string, bool> doubts)
    {
        var text = utterance.Text;
        if (scene.Open is not { } question)
            return interrupts(text) ? new CheckoutInput.Aside(text) : new CheckoutInput.Repeat();
        // "Is this right?" waits for a yes, a no or another address, and not for what is asked behind it.
        if (draft.Proposed is not null && !IsAddress(question, text, draft, utterance.Language, shop))
            return interrupts(text) ? new CheckoutInput.Aside(text) : new CheckoutInput.Repeat();
        if (question == Question.DeliveryMethod && Delivery(utterance.Plain, scene.Offers, utterance.Language) is { } chosen)
            return new CheckoutInput.Said(question, chosen.Value);
        if (IsAddress(question, text, draft, utterance.Language, shop) && (HasPostcode(text) || !doubts(text)))
            return new CheckoutInput.Said(question, text);
        var isFree = question is Question.Name or Question.City or Question.Street or Question.CourierNote;
        if (!isFree && draft.Answer(question, text, shop.Checkout) is CheckoutDraftChange.Accepted)
            return new CheckoutInput.Said(question, text);
        if (interrupts(text))
            return new CheckoutInput.Aside(text);
        return isFree && doubts(text) && draft.Answer(question, text, shop.Checkout) is CheckoutDraftChange.Accepted
            ? new CheckoutInput.Doubted(question, text)
            : new CheckoutInput.Said(question, text);
    }

    /// <summary>"I meant 4 not 14" has a number and a street's shape, and is none.</summary>
    private static bool HasPostcode(string text)
    {
        var digits = 0;
        foreach (var sign in text)
            if ((digits = char.IsDigit(sign) ? digits + 1 : 0) == LeastPostcodeDigits)
                return true;
        return false;
    }

    private static bool IsAddress(Question question, string text, CheckoutDraft draft, Language language, ShopSettings shop) =>
        question is not (Question.DeliveryMethod or Question.CourierNote)
        && AddressProposal.Read(text, draft, language, shop.Checkout) is not null;

    /// <summary>Words that a person, a town or a street may be called by as well.</summary>
    private static bool IsWordOfOurs(ShopIntent intent) =>
        intent is ShopIntent.Greeting or ShopIntent.Thanks or ShopIntent.Yes or ShopIntent.No or ShopIntent.Italian or ShopIntent.English
                or ShopIntent.Search or ShopIntent.Categories or ShopIntent.Orders;

    /// <summary>A word of ours answers an offer first; said again, it is the name or town that was asked for.</summary>
    private static CheckoutInput OfAWord(Question question, string text, CheckoutDraft draft, CheckoutScene scene, ShopSettings shop)
    {
        var intent = IntentPhrases.In(text);
        if (intent == ShopIntent.Yes && draft.Doubted is not null && draft.Doubted.Value != text)
            return new CheckoutInput.Known(draft.AcceptDoubted(shop.Checkout));
        if (intent is ShopIntent.Yes or ShopIntent.No && CheckoutPrompts.Offer(draft, question, scene.Fresh, shop) is not null)
            return intent == ShopIntent.Yes ? Taken(draft, [question], shop) : new CheckoutInput.AskFresh(draft);
        return draft.Answer(question, text, shop.Checkout) is CheckoutDraftChange.Accepted
            ? new CheckoutInput.Doubted(question, text)
            : new CheckoutInput.Repeat();
    }

    private static CheckoutInput Agreed(ShopIntent intent, CheckoutDraft draft, CheckoutScene scene, ShopSettings shop)
    {
        // The words that order say that they do (Directive 2011/83/EU, art. 8(2)): a yes is none of them.
        if (draft.FirstMissing is not { } question)
            return intent is ShopIntent.OrderAndPay or ShopIntent.PayNow && scene.Open is null
                ? new CheckoutInput.Order(null)
                : new CheckoutInput.Repeat();
        if (intent != ShopIntent.Yes)
            return new CheckoutInput.Repeat();
        if (draft.Doubted is not null)
            return new CheckoutInput.Known(draft.AcceptDoubted(shop.Checkout));
        return CheckoutPrompts.Offer(draft, question, scene.Fresh, shop) is not null
            ? Taken(draft, [question], shop)
            : new CheckoutInput.Repeat();
    }

    private static CheckoutInput Declined(CheckoutDraft draft, CheckoutScene scene) => scene.Open switch
    {
        null => new CheckoutInput.AskChange(draft),
        Question.CourierNote => new CheckoutInput.Known(draft.Clear(Question.CourierNote)),
        _ when draft.Doubted is not null => new CheckoutInput.AskFresh(draft with { Doubted = null }),
        _ => new CheckoutInput.Repeat(),
    };

    internal static CheckoutInput.Known Taken(CheckoutDraft draft, IEnumerable<Question> questions, ShopSettings shop) =>
        new(draft.Confirm(questions, shop.Checkout));
}
