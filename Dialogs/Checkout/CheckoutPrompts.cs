using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Each question of a checkout, with what helps to answer it in one tap.</summary>
internal static class CheckoutPrompts
{
    private const int MostCountries = 8;

    /// <summary>An answer that a button can carry.</summary>
    private const int LongestOnButton = 100;

    /// <summary>Asks what comes next: whether an address was read rightly, whether last time's answers do, or the open question.</summary>
    /// <param name="fresh">Whether the shopper wants to answer anew.</param>
    public static async Task AskAsync(
        ShopTurn turn, CheckoutDraft draft, Question question, bool fresh, ShopSettings shop, CancellationToken cancellationToken)
    {
        if (draft.Proposed is { } proposed)
            await ProposeAsync(turn, proposed);
        else if (AnswerInterpreter.Together(draft, fresh, shop) is { } together)
            await OfferAsync(turn, together, shop);
        else
            await QuestionAsync(turn, draft, question, fresh, shop, cancellationToken);
    }

    /// <summary>What of the answers to change.</summary>
    public static Task ChangeAsync(ShopTurn turn)
    {
        Question[] changeable = [Question.Email, Question.Name, Question.Country, Question.Phone, Question.DeliveryMethod];
        return turn.SendTextAsync(
            turn.Texts.Get("change.ask"),
            changeable.Select(question => ActionButton.For(turn.Texts.Get($"question.{question}"), new ShopAction.Change(question)))
                .Append(ActionButton.For(turn.Texts.Get("button.back"), new ShopAction.Back()))
                .Append(ActionButton.For(turn.Texts.Get("button.cancel"), new ShopAction.Cancel())));
    }

    /// <summary>A line for the courier, for whoever wants to leave one.</summary>
    public static Task NoteAsync(ShopTurn turn, CheckoutDraft draft)
    {
        var ask = turn.Texts.Get("ask.CourierNote");
        List<CardAction> quick = draft.Answers.CourierNote is null ? [] :
        [
            ActionButton.For(
                turn.Texts.Get("button.note.none"), new ShopAction.Answer(Question.CourierNote, AnswerInterpreter.NoNote)),
        ];
        return turn.SendTextAsync(
            draft.Answers.CourierNote is { } note ? turn.Texts.Get("note.now", ("question", ask), ("note", note)) : ask,
            [.. quick, ActionButton.For(turn.Texts.Get("button.back"), new ShopAction.Back())]);
    }

    /// <summary>What was answered last time; whoever answers anew is not asked with it.</summary>
    public static string? Offer(CheckoutDraft draft, Question question, bool fresh, ShopSettings shop) =>
        fresh ? null : draft.Offer(question, shop.Checkout);

    public static async Task<IReadOnlyList<DeliveryOffer>> OffersAsync(
        ShopTurn turn, CheckoutDraft draft, ShopSettings shop, CancellationToken cancellationToken) =>
        draft is { Buying: { } buying, Answers.Country: { } country }
            ? shop.Checkout.Delivery.For(country, await CheckoutPricing.GoodsAsync(turn, buying, shop, cancellationToken))
            : [];

    private static Task ProposeAsync(ShopTurn turn, ParsedAddress proposed) => turn.SendTextAsync(
        turn.Texts.Get("address.confirm", ("address", AddressProposal.Show(proposed, turn.Language))),
        ActionButton.For(turn.Texts.Get("button.address.right"), new ShopAction.UseAddress()),
        ActionButton.For(turn.Texts.Get("button.address.wrong"), new ShopAction.OtherAddress()),
        ActionButton.For(turn.Texts.Get("button.cancel"), new ShopAction.Cancel()));

    /// <summary>All of last time on one card.</summary>
    private static Task OfferAsync(ShopTurn turn, Answers together, ShopSettings shop) => turn.SendAsync(Reply.Card(
        null, CheckoutCards.LastTime(together, DeliveryName(together, shop), turn.Texts),
        ActionButton.For(turn.Texts.Get("button.cancel"), new ShopAction.Cancel())));

    private static string? DeliveryName(Answers answers, ShopSettings shop) =>
        answers.Delivery is { } chosen ? shop.Checkout.Delivery.Find(chosen)?.Name : null;

    private static async Task QuestionAsync(
        ShopTurn turn, CheckoutDraft draft, Question question, bool fresh, ShopSettings shop, CancellationToken cancellationToken)
    {
        var texts = turn.Texts;
        var text = texts.Get($"ask.{question}");
        List<CardAction> quick = [.. Doubts(draft, question, shop, texts)];
        if (question == Question.Postcode && shop.Checkout.Delivery.OnlyCountry is { } only)
            text = texts.Get("ask.Postcode.only", ("country", CountryNames.Show(only, turn.Language)), ("question", text));
        if (Offer(draft, question, fresh, shop) is { } known && question is not (Question.Country or Question.DeliveryMethod))
        {
            text = texts.Get("offer.known", ("question", text), ("known", known));
            quick.Add(ActionButton.For(texts.Get("button.use"), new ShopAction.UseKnown(question)));
        }

        if (question == Question.DeliveryMethod)
        {
            var offers = await OffersAsync(turn, draft, shop, cancellationToken);
            text = string.Join('\n', offers.Select(offer => Line(offer, texts)).Prepend(text));
            quick.AddRange(
                offers.Select(offer => ActionButton.For(offer.Method.Name, new ShopAction.Answer(question, offer.Method.Id.Value))));
        }

        quick.AddRange(Helping(turn, draft, question, shop));
        if (question != Question.Email)
            quick.Add(ActionButton.For(texts.Get("button.back"), new ShopAction.Back()));
        quick.Add(ActionButton.For(texts.Get("button.cancel"), new ShopAction.Cancel()));
        await turn.SendTextAsync(text, quick);
    }

    private static IEnumerable<CardAction> Helping(ShopTurn turn, CheckoutDraft draft, Question question, ShopSettings shop) =>
        question switch
        {
            Question.Email when turn.OnMessenger => [ActionButton.MyEmail(turn.Texts.Get("button.my.email"))],
            Question.Phone when turn.OnMessenger => [ActionButton.MyPhone(turn.Texts.Get("button.my.phone"))],
            Question.Country => Countries(shop).Select(country =>
                ActionButton.For(CountryNames.Show(country, turn.Language), new ShopAction.Answer(question, country.Code))),
            Question.Province => draft.Answers.PossibleProvinces.Take(MostCountries).Select(province =>
                ActionButton.For(province.Name, new ShopAction.Answer(question, province.Code))),
            _ => [],
        };

    /// <summary>A doubtful answer is confirmed, or corrected by what may have been meant, in one tap.</summary>
    private static IEnumerable<CardAction> Doubts(CheckoutDraft draft, Question question, ShopSettings shop, Texts texts)
    {
        if (draft.Doubted is not { Value.Length: <= LongestOnButton } doubted || doubted.Question != question)
            yield break;
        if ((draft with { Doubted = null }).Answer(question, doubted.Value, shop.Checkout, Orders.Doubts.Asked)
            is CheckoutDraftChange.Doubtful { Doubt: EntryDoubt.EmailTypo, Suggestion: { } suggestion })
            yield return ActionButton.For(texts.Get("button.meant"), new ShopAction.Answer(question, suggestion));
        yield return ActionButton.For(texts.Get("button.right"), new ShopAction.Answer(question, doubted.Value));
        if (question == Question.City && draft.Answers.Postcode is not null)
            yield return ActionButton.For(texts.Get("button.change.postcode"), new ShopAction.Change(Question.Postcode));
    }

    private static string Line(DeliveryOffer offer, Texts texts) =>
        texts.Get("delivery.list", ("name", offer.Method.Name), ("price", CheckoutCards.Price(offer.Price, texts)));

    /// <summary>The shop's own country first; a shop that delivers everywhere lets the shopper write.</summary>
    private static IEnumerable<Country> Countries(ShopSettings shop)
    {
        var home = shop.Checkout.ShopCountry;
        return shop.Checkout.Delivery.Methods.SelectMany(method => method.Countries)
            .Prepend(home).Distinct().Where(shop.Checkout.Delivery.Serves).Take(MostCountries);
    }
}
