using CommerceBot.Cards;
using CommerceBot.Orders;
using Microsoft.Bot.Schema;

namespace CommerceBot.Dialogs;

/// <summary>Each question of a checkout, with what helps to answer it in one tap.</summary>
internal static class Asking
{
    private const int MostCountries = 8;

    /// <param name="fresh">Whether the shopper wants another address than last time's.</param>
    public static async Task AskAsync(Turn turn, Draft draft, Question question, bool fresh, ShopSettings shop, CancellationToken cancellationToken)
    {
        var words = turn.Words;
        if (question == Question.Country && !fresh && draft.OfferAddress(shop.Checkout) is { } address)
        {
            await turn.SayAsync(
                words.Say("offer.address", ("address", CheckoutCards.OneLine(address, words))),
                Tap.On(words.Say("button.use.address"), new ShopAction.UseAddress()),
                Tap.On(words.Say("button.other.address"), new ShopAction.OtherAddress()),
                Tap.On(words.Say("button.cancel"), new ShopAction.Cancel()));
            return;
        }

        var text = words.Say($"ask.{question}");
        List<CardAction> quick = [];
        if (Offer(draft, question, fresh, shop) is { } known && question is not (Question.Country or Question.DeliveryMethod))
        {
            text = words.Say("offer.known", ("question", text), ("known", known));
            quick.Add(Tap.On(words.Say("button.use"), new ShopAction.UseKnown(question)));
        }

        switch (question)
        {
            case Question.Email when turn.OnMessenger:
                quick.Add(Tap.MyEmail(words.Say("button.my.email")));
                break;
            case Question.Phone when turn.OnMessenger:
                quick.Add(Tap.MyPhone(words.Say("button.my.phone")));
                break;
            case Question.Country:
                quick.AddRange(Countries(shop).Select(country => Tap.On(CountryNames.Show(country, turn.Language), new ShopAction.Answer(question, country.Code))));
                break;
            case Question.DeliveryMethod:
                var offers = await OffersAsync(turn, draft, shop, cancellationToken);
                text = string.Join('\n', offers.Select(offer => words.Say("delivery.list", ("name", offer.Method.Name), ("price", CheckoutCards.Price(offer.Price, words)))).Prepend(text));
                quick.AddRange(offers.Select(offer => Tap.On(offer.Method.Name, new ShopAction.Answer(question, offer.Method.Id.Value))));
                break;
        }

        if (question != Question.Email)
            quick.Add(Tap.On(words.Say("button.back"), new ShopAction.Back()));
        quick.Add(Tap.On(words.Say("button.cancel"), new ShopAction.Cancel()));
        await turn.SayAsync(text, quick);
    }

    /// <summary>What of the summary to change.</summary>
    public static Task ChangeAsync(Turn turn)
    {
        Question[] changeable = [Question.Email, Question.Phone, Question.Name, Question.Country, Question.DeliveryMethod];
        return turn.SayAsync(
            turn.Words.Say("change.ask"),
            changeable.Select(question => Tap.On(turn.Words.Say($"question.{question}"), new ShopAction.Change(question)))
                .Append(Tap.On(turn.Words.Say("button.cancel"), new ShopAction.Cancel())));
    }

    /// <summary>What was answered last time; a new address is not asked with pieces of the old one.</summary>
    public static string? Offer(Draft draft, Question question, bool fresh, ShopSettings shop) =>
        fresh && Questions.OfAddress.Contains(question) ? null : draft.Offer(question, shop.Checkout);

    public static async Task<IReadOnlyList<DeliveryOffer>> OffersAsync(Turn turn, Draft draft, ShopSettings shop, CancellationToken cancellationToken) =>
        draft is { Buying: { } buying, Answers.Country: { } country }
            ? shop.Checkout.Delivery.For(country, await Pricing.GoodsAsync(turn, buying, shop, cancellationToken))
            : [];

    /// <summary>The shop's own country first; a shop that delivers everywhere lets the shopper write.</summary>
    private static IEnumerable<Country> Countries(ShopSettings shop)
    {
        var home = shop.Checkout.ShopCountry;
        return shop.Checkout.Delivery.Methods.SelectMany(method => method.Countries)
            .Prepend(home).Distinct().Where(shop.Checkout.Delivery.Serves).Take(MostCountries);
    }
}
