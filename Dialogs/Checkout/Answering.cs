using System.Globalization;
using CommerceBot.Cards;
using CommerceBot.Orders;

namespace CommerceBot.Dialogs;

/// <summary>What a shopper's words or tap mean while a checkout waits for them.</summary>
internal abstract record Meaning
{
    private Meaning()
    {
    }

    public sealed record Stop : Meaning;

    public sealed record GoBack : Meaning;

    public sealed record Explain : Meaning;

    public sealed record Repeat : Meaning;

    public sealed record AskFresh : Meaning;

    public sealed record AskChange : Meaning;

    /// <summary>What was offered was taken, or something is to be asked again.</summary>
    public sealed record Known(Draft Draft) : Meaning;

    public sealed record Said(Question Question, string Text) : Meaning;

    /// <summary>A word of the shop's own where a name or a town was asked: it is taken when it is said again.</summary>
    public sealed record Doubted(Question Question, string Text) : Meaning;

    /// <summary>A question or a want in place of an answer: it is answered, and the open question asked again.</summary>
    public sealed record Aside(string Text) : Meaning;

    /// <param name="Mark">The quote that was agreed to; null for the one shown last.</param>
    public sealed record Order(string? Mark) : Meaning;

    /// <summary>Nothing about the checkout: the shop answers, and the checkout waits to be resumed.</summary>
    public sealed record Elsewhere : Meaning;
}

internal static class Answering
{
    /// <param name="interrupts">Whether a sentence wants something else than to answer.</param>
    public static Meaning Understand(Heard heard, Draft draft, bool fresh, ShopSettings shop, Func<string, bool> interrupts)
    {
        if (heard.Action is { } action)
            return Tapped(action, draft, fresh, shop);
        if (heard.IsBroken || heard.Text.Length == 0)
            return new Meaning.Repeat();
        if (draft.FirstMissing is (Question.Name or Question.City or Question.Street) and { } free && IsWordOfOurs(heard.Wish))
            return OfAWord(free, heard.Text, draft, fresh, shop);
        return heard.Wish switch
        {
            Wish.Cancel => new Meaning.Stop(),
            Wish.Back => new Meaning.GoBack(),
            Wish.Help => new Meaning.Explain(),
            Wish.Menu or Wish.Categories or Wish.Search or Wish.Cart or Wish.Orders or Wish.Person or Wish.Language => new Meaning.Elsewhere(),
            Wish.Italian or Wish.English when draft.FirstMissing is not Question.Country => new Meaning.Elsewhere(),
            Wish.Greeting or Wish.Thanks or Wish.Checkout => new Meaning.Repeat(),
            Wish.Yes or Wish.OrderAndPay or Wish.PayNow or Wish.Paid => Agreed(heard.Wish, draft, fresh, shop),
            Wish.No => Declined(draft, fresh, shop),
            _ => InWords(heard.Text, draft, shop, interrupts),
        };
    }

    /// <summary>The question's own rule decides first where it can; a sentence is never taken for a name, a town or a street.</summary>
    private static Meaning InWords(string text, Draft draft, ShopSettings shop, Func<string, bool> interrupts)
    {
        if (draft.FirstMissing is not { } question)
            return interrupts(text) ? new Meaning.Aside(text) : new Meaning.Repeat();
        var isFree = question is Question.Name or Question.City or Question.Street;
        if (!isFree && draft.Answer(question, text, shop.Checkout) is DraftChange.Accepted)
            return new Meaning.Said(question, text);
        return interrupts(text) ? new Meaning.Aside(text) : new Meaning.Said(question, text);
    }

    /// <summary>Words that a person, a town or a street may be called by as well.</summary>
    private static bool IsWordOfOurs(Wish wish) =>
        wish is Wish.Greeting or Wish.Thanks or Wish.Yes or Wish.No or Wish.Italian or Wish.English or Wish.Search or Wish.Categories or Wish.Orders;

    /// <summary>A word of ours answers an offer first; said again, it is the name or town that was asked for.</summary>
    private static Meaning OfAWord(Question question, string text, Draft draft, bool fresh, ShopSettings shop)
    {
        var wish = Wishes.In(text);
        if (wish == Wish.Yes && draft.Doubted is not null && draft.Doubted.Value != text)
            return new Meaning.Known(draft.AcceptDoubted(shop.Checkout));
        if (wish is Wish.Yes or Wish.No && Asking.Offer(draft, question, fresh, shop) is not null)
            return wish == Wish.Yes ? Taken(draft, [question], shop) : Declined(draft, fresh, shop);
        return draft.Answer(question, text, shop.Checkout) is DraftChange.Accepted ? new Meaning.Doubted(question, text) : new Meaning.Repeat();
    }

    /// <summary>The method that a shopper means by its id, its name or its place in the list.</summary>
    public static string Delivery(string text, IReadOnlyList<DeliveryOffer> offers)
    {
        var folded = Wishes.Fold(text);
        var named = offers.FirstOrDefault(offer => offer.Method.Id.Value == text || Wishes.Fold(offer.Method.Name) == folded);
        if (named is null && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place <= offers.Count)
            named = offers[place - 1];
        return named?.Method.Id.Value ?? text;
    }

    private static Meaning Tapped(ShopAction action, Draft draft, bool fresh, ShopSettings shop) => action switch
    {
        ShopAction.Cancel => new Meaning.Stop(),
        ShopAction.Back => new Meaning.GoBack(),
        ShopAction.Help => new Meaning.Explain(),
        ShopAction.Resume => new Meaning.Repeat(),
        ShopAction.UseAddress when draft.FirstMissing == Question.Country && draft.OfferAddress(shop.Checkout) is not null => Taken(draft, Questions.OfAddress, shop),
        ShopAction.OtherAddress when draft.FirstMissing == Question.Country => new Meaning.AskFresh(),
        ShopAction.UseKnown known when draft.FirstMissing == known.Question && Asking.Offer(draft, known.Question, fresh, shop) is not null => Taken(draft, [known.Question], shop),
        ShopAction.Answer answer when draft.FirstMissing == answer.Question => new Meaning.Said(answer.Question, answer.Text),
        ShopAction.OrderAndPay order when draft.FirstMissing is null => new Meaning.Order(order.Mark),
        ShopAction.AskChange => new Meaning.AskChange(),
        ShopAction.Change change => new Meaning.Known(Reopened(draft, change.Question)),
        // Buttons of a question that was answered meanwhile.
        ShopAction.UseAddress or ShopAction.OtherAddress or ShopAction.UseKnown or ShopAction.Answer or ShopAction.OrderAndPay => new Meaning.Repeat(),
        _ => new Meaning.Elsewhere(),
    };

    private static Meaning Agreed(Wish wish, Draft draft, bool fresh, ShopSettings shop)
    {
        if (draft.FirstMissing is not { } question)
            return wish == Wish.Paid ? new Meaning.Repeat() : new Meaning.Order(null);
        if (wish != Wish.Yes)
            return new Meaning.Repeat();
        if (draft.Doubted is not null)
            return new Meaning.Known(draft.AcceptDoubted(shop.Checkout));
        if (question == Question.Country && !fresh && draft.OfferAddress(shop.Checkout) is not null)
            return Taken(draft, Questions.OfAddress, shop);
        return Asking.Offer(draft, question, fresh, shop) is not null ? Taken(draft, [question], shop) : new Meaning.Repeat();
    }

    private static Meaning Declined(Draft draft, bool fresh, ShopSettings shop) => draft.FirstMissing switch
    {
        null => new Meaning.AskChange(),
        Question.Country when !fresh && draft.OfferAddress(shop.Checkout) is not null => new Meaning.AskFresh(),
        _ => new Meaning.Repeat(),
    };

    private static Meaning.Known Taken(Draft draft, IEnumerable<Question> questions, ShopSettings shop) => new(draft.Confirm(questions, shop.Checkout));

    /// <summary>An address is changed as a whole.</summary>
    private static Draft Reopened(Draft draft, Question question) => question == Question.Country
        ? Questions.OfAddress.Aggregate(draft, (changed, one) => changed.Clear(one))
        : draft.Clear(question);
}
