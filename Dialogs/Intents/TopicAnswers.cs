using CommerceBot.Cards;
using CommerceBot.Orders;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Answers;
using Microsoft.Bot.Schema;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Dialogs;

/// <summary>Questions about the shop: the merchant's answer where there is one, else the shop's own words, else a person.</summary>
internal sealed class TopicAnswers(MerchantAnswers answers, ShopSettings shop)
{
    /// <summary>Whether the merchant answers just this question; then it is answered.</summary>
    public async Task<bool> TryByExampleAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        if (answers.FindByExample(text, turn.Language) is not { } answer)
            return false;
        await GiveAsync(turn, answer);
        return true;
    }

    /// <summary>Whether there is something to say about an intent; then it is said.</summary>
    public async Task<bool> TryAsync(Turn turn, Intent intent, CancellationToken cancellationToken)
    {
        if (answers.Find(intent, turn.Language) is { } answer)
        {
            await GiveAsync(turn, answer);
            return true;
        }

        if (turn.Words.Find($"topic.{IntentNames.Of(intent)}") is not { } words)
            return false;
        var person = intent is Intent.Thanks or Intent.Smalltalk ? [] : new[] { Tap.On(turn.Words.Say("button.person"), new ShopAction.Person()) };
        await turn.SayAsync(AnswerPlaceholders.Fill(words, name => Value(turn, name)), [.. person, .. Browse.Around(turn)]);
        return true;
    }

    private Task GiveAsync(Turn turn, MerchantAnswer answer) => turn.SayAsync(
        AnswerPlaceholders.Fill(answer.Text, name => Value(turn, name)), answer.Buttons.Count == 0 ? Browse.Around(turn) : answer.Buttons.Select(name => Button(turn, name)));

    private static CardAction Button(Turn turn, string name) => Tap.On(turn.Words.Say($"button.{name}"), name switch
    {
        "categories" => new ShopAction.Categories(0),
        "search" => new ShopAction.AskSearch(),
        "cart" => new ShopAction.ShowCart(0),
        "orders" => new ShopAction.MyOrders(),
        "checkout" => new ShopAction.Checkout(),
        "person" => new ShopAction.Person(),
        "menu" => new ShopAction.Menu(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A file with such a button is refused when it is read."),
    });

    private string? Value(Turn turn, string name) => name switch
    {
        "shop" => shop.Name,
        "email" => shop.SupportEmail,
        "phone" => shop.SupportPhone,
        "hours" => shop.SupportHours,
        "vat" => shop.Prices.Vat.ToString(),
        "terms" => shop.TermsUrl?.AbsoluteUri,
        "privacy" => shop.PrivacyUrl?.AbsoluteUri,
        "delivery" => string.Join('\n', shop.Checkout.Delivery.Methods.Select(method => Delivery(turn, method))),
        "free-from" => shop.Checkout.Delivery.Methods.Select(method => method.FreeFrom).OfType<Catalog.Money>()
            .OrderBy(from => from.Minor).Select(from => from.Show(turn.Words)).FirstOrDefault(),
        _ => null,
    };

    private static string Delivery(Turn turn, DeliveryMethod method)
    {
        var line = turn.Words.Say("delivery.list", ("name", method.Name), ("price", CheckoutCards.Price(method.Price, turn.Words)));
        if (method.Countries.Count > 0)
            line += $" ({string.Join(", ", method.Countries.Select(country => CountryNames.Show(country, turn.Language)))})";
        return method.FreeFrom is { } from ? $"{line}, {turn.Words.Say("delivery.free.from", ("from", from.Show(turn.Words)))}" : line;
    }
}
